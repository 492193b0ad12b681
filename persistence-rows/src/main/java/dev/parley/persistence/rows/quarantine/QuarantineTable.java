package dev.parley.persistence.rows.quarantine;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableRow;
import java.util.Optional;

/**
 * What is kept of rows that cannot be read, and the store's own reading of such rows, within one transaction.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface QuarantineTable<X extends Exception> {
    /** What is kept under a number. */
    Optional<StoredQuarantined> find(long number) throws X;

    /** Whether the row of a kind at a position is kept. */
    boolean holds(String kind, long position) throws X;

    /** Keeps a row under the next number. */
    void insert(UnreadableRow row, String since, String raw) throws X;

    /** Takes off what is kept under a number. */
    void delete(long number) throws X;

    /** A page of rows of a kind, as the store reads them. */
    Page<?> page(QuarantinedKind kind, PageRequest request) throws X;
}
