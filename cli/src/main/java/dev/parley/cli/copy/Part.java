package dev.parley.cli.copy;

import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.util.List;
import java.util.Optional;

/** One of the kinds of things that stores hold in an order. */
interface Part<T> {
    /** What it is called in findings, such as {@code negotiation n-1}. */
    String name(T row);

    Page<T> page(CopyableStore store, PageRequest request);

    /** What a store holds under the same id. */
    Optional<T> find(CopyableStore store, T like);

    /** Whether both are the same to the last character. */
    boolean isIdentical(T one, T other);

    /** Whether what the destination has under the same id has all that the source has. */
    default boolean holds(T there, T copied) {
        return isIdentical(there, copied);
    }

    /** How two differ, without content. */
    String difference(T copied, T there);

    /** Whether it belongs to something that cannot be read at the source, and so cannot stand elsewhere. */
    default boolean isStranded(CopyableStore source, T row) {
        return false;
    }

    /**
     * Writes some, whole or not at all.
     *
     * @return how many were not there
     */
    int write(CopyableStore destination, List<T> rows);
}
