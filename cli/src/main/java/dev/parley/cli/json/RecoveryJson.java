package dev.parley.cli.json;

import dev.parley.application.RecoveryReport;
import dev.parley.domain.port.UnreadableRow;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a start-up found, as the batch protocol shows it. */
public final class RecoveryJson {
    private RecoveryJson() {}

    /** The report as a JSON object. */
    public static Map<String, @Nullable Object> of(RecoveryReport report) {
        Map<String, @Nullable Object> inFlight = new LinkedHashMap<>();
        report.inFlight().forEach((state, count) -> inFlight.put(state.code(), count));
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("recovered", report.recovered());
        object.put(
                "unreadable",
                report.unreadable().stream().map(RecoveryJson::unreadable).toList());
        object.put("in_flight", inFlight);
        object.put("agreed_without_agreement", report.agreedWithoutAgreement());
        return object;
    }

    private static Map<String, @Nullable Object> unreadable(UnreadableRow row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("kind", row.kind());
        object.put("id", row.id());
        object.put("reason", row.reason());
        return object;
    }
}
