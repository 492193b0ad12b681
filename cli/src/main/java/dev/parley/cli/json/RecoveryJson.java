package dev.parley.cli.json;

import dev.parley.application.RecoveryReport;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.port.Backlog;
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
        Backlog backlog = report.backlog();
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("recovered", report.recovered());
        object.put("in_flight", inFlight);
        object.put("overdue", backlog.overdue());
        object.put("owed", backlog.owed());
        object.put(DeliveryState.UNCONFIRMED.code(), backlog.unconfirmed());
        object.put(DeliveryState.FAILED.code(), backlog.failed());
        object.put("quarantined", backlog.quarantined());
        object.put("agreed_without_agreement", backlog.agreedWithoutAgreement());
        object.put(
                "unreadable",
                report.unreadable().stream().map(UnreadableRowJson::of).toList());
        return object;
    }
}
