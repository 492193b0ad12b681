package dev.parley.cli.json;

import dev.parley.cli.store.Checkup;
import dev.parley.cli.store.Checkup.Finding;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a search for damage has found, as the command shows it. */
public final class CheckupJson {
    private CheckupJson() {}

    /** The findings as a JSON object. */
    public static Map<String, @Nullable Object> of(Checkup checkup) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("campaigns", checkup.campaigns());
        object.put("negotiations", checkup.negotiations());
        object.put("messages", checkup.messages());
        object.putAll(checkup.settings());
        object.put("damaged", checkup.isDamaged());
        object.put(
                "findings",
                checkup.findings().stream().map(CheckupJson::finding).toList());
        return object;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("severity", finding.severity());
        object.put("subject", finding.subject());
        object.put("problem", finding.problem());
        return object;
    }
}
