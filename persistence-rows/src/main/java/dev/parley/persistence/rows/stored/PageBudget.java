package dev.parley.persistence.rows.stored;

import java.util.function.Predicate;

/** How much of a page may be held in memory: rows up to a limit, and content up to some MiB but at least one row. */
public final class PageBudget implements Predicate<Paging.Positioned> {
    private static final long CHARACTERS = 4L << 20;

    private long held;
    private boolean cut;

    /** Whether a row is one too many for the page; it only tells that there is a next page. */
    @Override
    public boolean test(Paging.Positioned row) {
        cut = held >= CHARACTERS;
        held += row.characters();
        return cut;
    }

    /** Whether the last row asked about was one too many. */
    public boolean cut() {
        return cut;
    }
}
