package dev.parley.domain.port;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Part of a long answer, in the order the rows were first stored.
 *
 * @param rows what could be read; large rows make a page shorter than its limit, though another may follow
 * @param unreadable what could not; it does not stop the others
 * @param next where the next page begins; empty if this is the last
 */
public record Page<T>(List<T> rows, List<UnreadableRow> unreadable, OptionalLong next) {
    /** Copies the lists. */
    public Page {
        rows = List.copyOf(rows);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Walks through a long answer with one page of it in memory at a time.
     *
     * @param limit how many rows a page may have, 1 to {@link PageRequest#MAX_LIMIT}
     * @param query asks for a page
     * @param visitor is given each page in order
     */
    public static <T> void walk(int limit, Function<PageRequest, Page<T>> query, Consumer<? super Page<T>> visitor) {
        PageRequest request = PageRequest.first(limit);
        Page<T> page = query.apply(request);
        visitor.accept(page);
        while (page.next().isPresent()) {
            request = request.from(page.next().getAsLong());
            page = query.apply(request);
            visitor.accept(page);
        }
    }
}
