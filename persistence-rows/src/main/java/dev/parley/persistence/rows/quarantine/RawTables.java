package dev.parley.persistence.rows.quarantine;

import dev.parley.domain.value.InvalidValueException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parley's tables cell by cell, whatever stands in them, within one transaction: numbers and well-formed text as
 * themselves, everything else by its bytes, as {@link #BYTES} tells.
 *
 * @param <X> how the store says that it is in trouble
 */
public interface RawTables<X extends Exception> {
    /** The member of an object, in the place of a cell, that stands for bytes that are no text, in hexadecimal. */
    String BYTES = "$bytes";

    /** The columns of a table in their order. */
    List<RawColumn> columns(String table) throws X;

    /** The row at a position by column; empty if it is gone. */
    List<Map<String, @Nullable Object>> rows(QuarantinedKind kind, long position) throws X;

    /** The rows that are read with the one at a position, in the order they were stored. */
    List<Map<String, @Nullable Object>> rows(QuarantinedKind kind, Dependants dependants, long position) throws X;

    /**
     * Puts the one row in the place of the row with the same key.
     *
     * @return whether there is such a row
     * @throws InvalidValueException if it breaks a rule of the table
     */
    boolean put(MendedTable row, String key) throws X;

    /**
     * Adds rows.
     *
     * @throws InvalidValueException if one breaks a rule of the table
     */
    void insert(MendedTable rows) throws X;

    /** Deletes the rows that are read with the one at a position. */
    void delete(QuarantinedKind kind, Dependants dependants, long position) throws X;
}
