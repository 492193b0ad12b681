package dev.parley.cli.json;

import dev.parley.persistence.sqlite.SqliteNegotiationStore.Examination;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Finding;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an examination found, as the command shows it. */
public final class ExaminationJson {
    private ExaminationJson() {}

    /** The examination as a JSON object. */
    public static Map<String, @Nullable Object> of(Examination examination) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("campaigns", examination.campaigns());
        object.put("negotiations", examination.negotiations());
        object.put("messages", examination.messages());
        object.put("journal_mode", examination.journalMode());
        object.put("synchronous", examination.synchronous());
        object.put("damaged", examination.isDamaged());
        object.put(
                "findings",
                examination.findings().stream().map(ExaminationJson::finding).toList());
        return object;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        object.put("subject", finding.subject());
        object.put("problem", finding.problem());
        return object;
    }
}
