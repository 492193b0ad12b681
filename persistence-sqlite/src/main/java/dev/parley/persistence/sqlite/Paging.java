package dev.parley.persistence.sqlite;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes pages of rows; a row that cannot be read is named in its page and does not stop the others. */
final class Paging {
    private Paging() {}

    /** A stored row that knows its place. */
    interface Positioned {
        /** The number it is ordered by. */
        long position();
    }

    /** What a row means, read with whatever belongs to it. */
    interface Meaning<R, T> {
        /**
         * Reads it.
         *
         * @throws UnreadableException if it cannot be read
         */
        T of(R row) throws SQLException;
    }

    /** How many rows to fetch: one more than asked for tells whether there is a next page. */
    static int fetch(int limit) {
        return limit + 1;
    }

    /** The page of the rows that {@link #fetch} asked for. */
    static <R extends Positioned, T> Page<T> page(List<R> fetched, int limit, Meaning<R, T> meaning)
            throws SQLException {
        boolean more = fetched.size() > limit;
        List<R> rows = more ? fetched.subList(0, limit) : fetched;
        List<T> readable = new ArrayList<>();
        List<UnreadableRow> unreadable = new ArrayList<>();
        for (R row : rows) {
            try {
                readable.add(meaning.of(row));
            } catch (UnreadableException damaged) {
                unreadable.add(damaged.row());
            }
        }
        OptionalLong next = more ? OptionalLong.of(rows.get(limit - 1).position()) : OptionalLong.empty();
        return new Page<>(readable, unreadable, next);
    }
}
