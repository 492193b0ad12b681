package dev.parley.persistence.rows.quarantine;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.util.List;

/** What an examination reads, each answer in a transaction of its own. */
public interface ExaminedRows {
    /**
     * What does not go together although it can be read.
     *
     * @param bookedElsewhere negotiations of which an agreement is booked, and which stand elsewhere than in agreed
     * @param missing how many have agreed without booking an agreement
     */
    record Agreements(List<String> bookedElsewhere, long missing) {}

    /** A page of rows of a kind, as the store reads them. */
    Page<?> page(QuarantinedKind kind, PageRequest request);

    /** How agreements and negotiations go together. */
    Agreements agreements();
}
