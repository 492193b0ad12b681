package dev.parley.cli.batch;

import dev.parley.cli.json.PageJson;
import dev.parley.cli.json.QuarantinedRowJson;
import dev.parley.documents.JsonObject;
import dev.parley.domain.port.Quarantine;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a program looks at rows that cannot be read, and puts mended ones back. */
final class QuarantineOperations {
    private final Quarantine quarantine;

    QuarantineOperations(Quarantine quarantine) {
        this.quarantine = quarantine;
    }

    Map<String, Operation> byName() {
        return Map.of(
                "quarantine",
                new Operation(PageMembers.and(), this::list),
                "release",
                new Operation(Set.of("number", "raw"), this::release));
    }

    private Map<String, @Nullable Object> list(JsonObject request) {
        return PageJson.of("rows", quarantine.quarantined(PageMembers.of(request)), QuarantinedRowJson::brief);
    }

    private Map<String, @Nullable Object> release(JsonObject request) {
        long number = Members.whole(request, "number");
        String raw = request.optionalText("raw");
        if (raw == null) {
            quarantine.release(number);
        } else {
            quarantine.release(number, raw);
        }
        return Map.of("released", number);
    }

    /** A row with what is stored of it. */
    static Map<String, @Nullable Object> find(Quarantine quarantine, long number) {
        return QuarantinedRowJson.full(
                quarantine.findQuarantined(number).orElseThrow(() -> new QuarantinedRowNotFoundException(number)));
    }
}
