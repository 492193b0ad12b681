package dev.parley.cli.store;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search for damage has found.
 *
 * @param campaigns how many campaigns could be read
 * @param negotiations how many negotiations could be read
 * @param messages how many messages could be read
 * @param settings what durability rests on, by the database's own names
 * @param findings what is to be looked at
 */
public record Checkup(
        long campaigns, long negotiations, long messages, Map<String, Object> settings, List<Finding> findings) {
    /** Copies the collections. */
    public Checkup {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        findings = List.copyOf(findings);
    }

    /**
     * One thing that was found.
     *
     * @param damage whether something is wrong; otherwise a human may want to know
     * @param subject what it is about, such as {@code negotiation n-1}
     * @param problem what is the matter, without content
     */
    public record Finding(boolean damage, String subject, String problem) {
        /** How bad it is, in one word. */
        public String severity() {
            return damage ? "damage" : "notice";
        }
    }

    /** Whether anything is damaged. */
    public boolean isDamaged() {
        return findings.stream().anyMatch(Finding::damage);
    }
}
