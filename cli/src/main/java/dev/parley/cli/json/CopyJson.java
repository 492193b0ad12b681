package dev.parley.cli.json;

import dev.parley.cli.copy.CopyFinding;
import dev.parley.cli.copy.CopyReport;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of a copy, as the command shows it. */
public final class CopyJson {
    private CopyJson() {}

    /** The report as a JSON object. */
    public static Map<String, @Nullable Object> of(CopyReport report) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
        object.put("campaigns", report.source().campaigns());
        object.put("negotiations", report.source().negotiations());
        object.put("handled", report.source().handled());
        object.put("steps", report.source().steps());
        object.put("owed", report.source().owed());
        object.put("written", report.written());
        object.put(
                "unreadable",
                report.unreadable().stream().map(UnreadableRowJson::of).toList());
        object.put("findings", report.findings().stream().map(CopyJson::finding).toList());
        return object;
    }

    private static Map<String, @Nullable Object> finding(CopyFinding finding) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("subject", finding.subject());
        object.put("problem", finding.problem());
        return object;
    }
}
