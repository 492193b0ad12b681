package dev.parley.cli.copy;

import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.UnreadableException;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Looks for everything of one kind that the source holds at the destination: that it is there, identical, and in the
 * same order. What else is there does not matter. Not thread-safe.
 */
final class Comparison<T> {
    private final Part<T> part;
    private final CopyableStore source;
    private final CopyableStore destination;
    private final Findings differences;
    private final Cursor<T> there;
    private boolean inOrder = true;

    Comparison(Part<T> part, CopyableStore source, CopyableStore destination, Findings differences) {
        this.part = part;
        this.source = source;
        this.destination = destination;
        this.differences = differences;
        this.there = new Cursor<>(StoreCopy.PAGE, request -> part.page(destination, request));
    }

    /**
     * Compares everything.
     *
     * @param done is told how many were compared, after each page
     */
    void run(LongConsumer done) {
        Page.walk(StoreCopy.PAGE, request -> part.page(source, request), page -> {
            page.rows().forEach(this::compare);
            done.accept(page.rows().size());
        });
    }

    private void compare(T row) {
        try {
            Optional<T> stands = standing(row);
            if (stands.isEmpty()) {
                if (!part.isStranded(source, row)) {
                    differences.add(part.name(row), "it is missing at the destination; copy again");
                }
            } else if (!part.holds(stands.get(), row)) {
                differences.add(part.name(row), part.difference(row, stands.get()));
            }
        } catch (UnreadableException damaged) {
            differences.add(part.name(row), "at the destination " + damaged.getMessage());
        }
    }

    /** What the destination has: most often the next there. */
    private Optional<T> standing(T row) {
        while (inOrder && there.row().isPresent()) {
            T next = there.row().get();
            if (part.name(next).equals(part.name(row))) {
                there.advance();
                return Optional.of(next);
            }
            if (part.find(source, next).isPresent()) {
                break;
            }
            there.advance();
        }
        Optional<T> found = part.find(destination, row);
        if (inOrder && found.isPresent()) {
            inOrder = false;
            differences.add(part.name(row), "it stands in another place at the destination, as may others behind it");
        }
        return found;
    }
}
