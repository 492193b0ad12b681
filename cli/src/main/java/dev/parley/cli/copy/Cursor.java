package dev.parley.cli.copy;

import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Goes through a long answer one row at a time, with a page of it in memory; over what is unreadable it passes. */
final class Cursor<T> {
    private final int pageSize;
    private final Function<PageRequest, Page<T>> query;
    private final Deque<T> rows = new ArrayDeque<>();
    private OptionalLong next = OptionalLong.of(0);

    Cursor(int pageSize, Function<PageRequest, Page<T>> query) {
        this.pageSize = pageSize;
        this.query = query;
    }

    /** The row it stands at; empty behind the last. */
    Optional<T> row() {
        while (rows.isEmpty() && next.isPresent()) {
            Page<T> page = query.apply(new PageRequest(next.getAsLong(), pageSize));
            rows.addAll(page.rows());
            next = page.next();
        }
        return Optional.ofNullable(rows.peek());
    }

    void advance() {
        rows.poll();
    }
}
