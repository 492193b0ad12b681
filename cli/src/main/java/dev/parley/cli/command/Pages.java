package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.UnreadableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Walks through a long answer with one page of it in memory. */
final class Pages {
    private static final int SIZE = 200;

    private Pages() {}

    /**
     * Gives every row to a consumer, then names those that could not be read on standard error.
     *
     * @return what to exit with
     */
    static <T> int each(Function<PageRequest, Page<T>> query, Consumer<? super T> consumer, Console console) {
        List<UnreadableRow> unreadable = new ArrayList<>();
        Page.walk(SIZE, query, page -> {
            page.rows().forEach(consumer);
            unreadable.addAll(page.unreadable());
        });
        return named(unreadable, console);
    }

    /**
     * Names rows that could not be read on standard error, behind what was printed.
     *
     * @return what to exit with
     */
    static int named(List<UnreadableRow> unreadable, Console console) {
        console.flush();
        unreadable.forEach(row -> console.error(row.kind() + " " + row.id() + " cannot be read: " + row.reason()));
        return unreadable.isEmpty() ? ExitCode.DONE : ExitCode.STORE_TROUBLE;
    }
}
