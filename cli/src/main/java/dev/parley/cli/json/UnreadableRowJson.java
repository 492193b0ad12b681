package dev.parley.cli.json;

import dev.parley.domain.port.UnreadableRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that cannot be read, as the batch protocol shows it. */
public final class UnreadableRowJson {
    private UnreadableRowJson() {}

    /** The row's name and what is wrong with it, as a JSON object. */
    public static Map<String, @Nullable Object> of(UnreadableRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", row.kind());
        object.put("id", row.id());
        object.put("reason", row.reason());
        return object;
    }
}
