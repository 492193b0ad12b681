package dev.parley.persistence.rows.quarantine;

import dev.parley.documents.InstantText;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.Unreadable;

/** A row of {@code parley_quarantine}. */
public record StoredQuarantined(long number, UnreadableRow row, String since, String raw) implements Paging.Positioned {
    @Override
    public long position() {
        return number;
    }

    @Override
    public long characters() {
        return raw.length();
    }

    /**
     * What it means.
     *
     * @throws UnreadableException if it cannot be read
     */
    public QuarantinedRow meaning() {
        return Unreadable.read(
                "quarantined_row",
                number,
                String.valueOf(number),
                true,
                () -> new QuarantinedRow(number, row, InstantText.parse("since", since), raw));
    }
}
