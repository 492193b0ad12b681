package dev.parley.cli.copy;

import dev.parley.domain.port.UnreadableRow;
import java.util.List;

/**
 * What came of a copy.
 *
 * @param outcome how it ended
 * @param source how much the source holds
 * @param written how many campaigns, negotiations and messages were written this time; the others were there
 * @param unreadable what cannot be read at the source, or stands in quarantine there
 * @param findings what was refused at the destination, or differs there
 */
public record CopyReport(
        Outcome outcome, Holding source, long written, List<UnreadableRow> unreadable, List<CopyFinding> findings) {
    /** Copies the lists. */
    public CopyReport {
        unreadable = List.copyOf(unreadable);
        findings = List.copyOf(findings);
    }

    /** How a copy ended. */
    public enum Outcome {
        /** Everything that can be read at the source was compared and is equal at the destination. */
        EQUAL,
        /** Something cannot be read at the source, and nothing was copied. */
        UNREADABLE,
        /** Something is at the destination already, with other content. What was copied before stays; nothing was compared. */
        CONFLICT,
        /** Everything was copied, and then something was found to differ. */
        DIFFERENT
    }

    /**
     * How much a store holds that can be read.
     *
     * @param handled how many messages negotiations have handled
     * @param steps how many steps were taken by name
     * @param owed how many messages are owed, or were sent
     */
    public record Holding(long campaigns, long negotiations, long handled, long steps, long owed) {}
}
