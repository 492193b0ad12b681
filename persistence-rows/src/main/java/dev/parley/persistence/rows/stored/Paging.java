package dev.parley.persistence.rows.stored;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Makes pages of rows; a row that cannot be read is named in its page and does not stop the others. */
public final class Paging {
    private Paging() {}

    /** A stored row that knows its place. */
    public interface Positioned {
        /** The number it is ordered by. */
        long position();

        /** About how much memory it takes, in characters of its content. */
        long characters();
    }

    /** Fetches rows in the order of their positions. */
    public interface Query<R extends Positioned, X extends Exception> {
        /**
         * Fetches them.
         *
         * @param budget ends the page when it is full
         * @param after the position the last page ended at
         * @param fetch how many rows at the most
         */
        List<R> rows(PageBudget budget, long after, int fetch) throws X;
    }

    /** What a row means, read with whatever belongs to it. */
    public interface Meaning<R, T, X extends Exception> {
        /**
         * Reads it.
         *
         * @throws UnreadableException if it cannot be read
         */
        T of(R row) throws X;
    }

    /** The page that was asked for. */
    public static <R extends Positioned, T, X extends Exception> Page<T> page(
            PageRequest request, Query<R, X> query, Meaning<R, T, X> meaning) throws X {
        PageBudget budget = new PageBudget();
        // One row more than asked for tells whether there is a next page.
        List<R> fetched = query.rows(budget, request.after(), request.limit() + 1);
        int limit = budget.cut() ? fetched.size() - 1 : request.limit();
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
