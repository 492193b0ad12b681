package dev.parley.domain.port;

import java.time.Instant;
import java.util.Optional;

/**
 * Where rows that cannot be read are kept, each as it was found, until a human has mended it. The row itself stays in
 * its place: its id and its thread are not given to another, and reading it is an {@link UnreadableException}.
 * Thread-safe.
 *
 * <p>Each method throws {@link StoreClosedException} after the store was closed, {@link StoreBusyException} if it
 * could not get at the data in time, and {@link StoreFailureException} if the data could not be got at all.
 */
public interface Quarantine {
    /**
     * Keeps a copy of a row as it stands. A row that is in quarantine already stays there as it was first found; one
     * that can be read, or is gone, is not put there.
     *
     * @param row what a page or an {@link UnreadableException} named
     * @param now when it was found
     */
    void quarantine(UnreadableRow row, Instant now);

    /** The rows in quarantine, in the order they came there, a page at a time. */
    Page<QuarantinedRow> quarantined(PageRequest page);

    /** A row in quarantine. */
    Optional<QuarantinedRow> findQuarantined(long number);

    /**
     * Lets a row out of quarantine that can be read again, as after a newer version was installed, or that is gone.
     *
     * @throws QuarantinedRowNotFoundException if none has the number
     * @throws UnreadableException if it still cannot be read; it stays as it is
     */
    void release(long number);

    /**
     * Puts mended content in a row's place and lets it out of quarantine. The content is checked as any stored row is,
     * but for its checksum, which is made anew.
     *
     * @param raw {@link QuarantinedRow#raw} with what was wrong put right
     * @throws QuarantinedRowNotFoundException if none has the number
     * @throws dev.parley.domain.value.InvalidValueException if the content is not in the form of {@link
     *     QuarantinedRow#raw}, or is of another row
     * @throws UnreadableException if it still could not be read; the row stays as it is
     */
    void release(long number, String raw);
}
