package dev.parley.persistence.rows.quarantine;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.quarantine.ExaminedRows.Agreements;
import java.util.OptionalLong;

/** One pass over everything that rows mean, in search of those that mean nothing. */
public final class RowExamination {
    private static final int PAGE_SIZE = 500;

    /** Who is told what was found. */
    public interface Findings {
        /** Something is damaged. */
        void damage(String subject, String problem);

        /** Something is sound, and yet a human may want to know of it. */
        void notice(String subject, String problem);
    }

    /** How many rows could be read. */
    public record Counts(long campaigns, long negotiations, long messages) {}

    private final ExaminedRows rows;
    private final Findings findings;

    /** Examines rows once. */
    public RowExamination(ExaminedRows rows, Findings findings) {
        this.rows = rows;
        this.findings = findings;
    }

    /** Reads all there is. */
    public Counts run() {
        long campaigns = read(QuarantinedKind.CAMPAIGN);
        long negotiations = read(QuarantinedKind.NEGOTIATION);
        long handled = read(QuarantinedKind.INBOUND_MESSAGE);
        // Each with its delivery.
        long owed = read(QuarantinedKind.OUTBOUND_MESSAGE);
        read(QuarantinedKind.STEP);
        compare(rows.agreements());
        return new Counts(campaigns, negotiations, handled + owed);
    }

    private long read(QuarantinedKind kind) {
        PageRequest request = PageRequest.first(PAGE_SIZE);
        Page<?> page = rows.page(kind, request);
        long readable = damage(page);
        for (OptionalLong next = page.next(); next.isPresent(); next = page.next()) {
            request = request.from(next.getAsLong());
            page = rows.page(kind, request);
            readable += damage(page);
        }
        return readable;
    }

    /** Tells of what cannot be read on a page, and counts the others. */
    private long damage(Page<?> page) {
        for (UnreadableRow row : page.unreadable()) {
            findings.damage(row.kind() + " " + row.id(), row.reason());
        }
        return page.rows().size();
    }

    private void compare(Agreements agreements) {
        for (String id : agreements.bookedElsewhere()) {
            findings.notice(
                    "negotiation " + id,
                    "stands elsewhere than in agreed, but an agreement of it is booked; it was opened again");
        }
        if (agreements.missing() > 0) {
            findings.notice(
                    "database", agreements.missing() + " negotiations have agreed without booking an agreement");
        }
    }
}
