package dev.parley.cli.json;

import dev.parley.documents.InstantText;
import dev.parley.domain.port.QuarantinedRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row in quarantine as the batch protocol and the commands show it. */
public final class QuarantinedRowJson {
    private QuarantinedRowJson() {}

    /** Everything, what is stored of the row included. */
    public static Map<String, @Nullable Object> full(QuarantinedRow quarantined) {
        Map<String, @Nullable Object> object = brief(quarantined);
        object.put("raw", quarantined.raw());
        return object;
    }

    /** Everything but what is stored of the row. */
    public static Map<String, @Nullable Object> brief(QuarantinedRow quarantined) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("number", quarantined.number());
        object.putAll(UnreadableRowJson.of(quarantined.row()));
        object.put("since", InstantText.write(quarantined.since()));
        return object;
    }
}
