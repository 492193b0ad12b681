package dev.parley.persistence.sqlite.legacy;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.value.InvalidValueException;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** One row of the table, its types not yet believed. */
final class LegacyRow {
    private final long rowid;
    private final Map<LegacyColumn, Cell> cells;

    private LegacyRow(long rowid, Map<LegacyColumn, Cell> cells) {
        this.rowid = rowid;
        this.cells = cells;
    }

    /** The row that a result of {@link LegacyTable} stands on. */
    static LegacyRow read(ResultSet row, Charset encoding) throws SQLException {
        Map<LegacyColumn, Cell> cells = new EnumMap<>(LegacyColumn.class);
        int next = 2;
        for (LegacyColumn column : LegacyColumn.values()) {
            cells.put(column, Cell.read(row, next, encoding));
            next += Cell.WIDTH;
        }
        return new LegacyRow(row.getLong(1), cells);
    }

    /** The thread's id; where that cannot be one, the number SQLite knows the row by. */
    String name() {
        try {
            return new NegotiationId(text(LegacyColumn.THREAD_ID)).value();
        } catch (InvalidValueException unusable) {
            return "rowid " + rowid;
        }
    }

    /**
     * @throws InvalidValueException if the column holds something else
     */
    String text(LegacyColumn column) {
        if (cells.get(column) instanceof Cell.Text text) {
            return text.value();
        }
        throw refused(column, "must be text");
    }

    /**
     * @throws InvalidValueException if the column holds something else or the number does not fit
     */
    int integer(LegacyColumn column) {
        if (!(cells.get(column) instanceof Cell.Whole whole)) {
            throw refused(column, "must be a whole number");
        }
        if (whole.value() != (int) whole.value()) {
            throw new InvalidValueException(column.code(), "is out of range");
        }
        return (int) whole.value();
    }

    private InvalidValueException refused(LegacyColumn column, String expected) {
        String problem = cells.get(column) instanceof Cell.Unusable unusable ? unusable.problem() : expected;
        return new InvalidValueException(column.code(), problem);
    }
}
