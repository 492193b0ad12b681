package dev.parley.cli.json;

import dev.parley.persistence.sqlite.legacy.LegacyDatabase;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an import did, as the command shows it. */
public final class ImportJson {
    private ImportJson() {}

    /** The report as a JSON object. */
    public static Map<String, @Nullable Object> of(LegacyDatabase.Report report) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("campaigns", report.campaigns());
        object.put("negotiations", report.negotiations());
        object.put("already_there", report.alreadyThere());
        object.put(
                "findings", report.findings().stream().map(ImportJson::finding).toList());
        return object;
    }

    private static Map<String, @Nullable Object> finding(LegacyDatabase.Finding finding) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("row", finding.row());
        object.put("reason", finding.reason());
        object.put("imported", finding.imported());
        return object;
    }
}
