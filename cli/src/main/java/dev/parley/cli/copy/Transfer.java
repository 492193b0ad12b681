package dev.parley.cli.copy;

import dev.parley.cli.copy.CopyProgress.Phase;
import dev.parley.domain.campaign.AgreementConflictException;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.UnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes one kind of things to the destination, a page in a transaction. Not thread-safe. */
final class Transfer<T> {
    private final Part<T> part;
    private final CopyableStore source;
    private final CopyableStore destination;
    private final Findings conflicts = new Findings();
    private final Cursor<T> there;
    private boolean level = true;
    private long done;
    private long written;

    Transfer(Part<T> part, CopyableStore source, CopyableStore destination) {
        this.part = part;
        this.source = source;
        this.destination = destination;
        this.there = new Cursor<>(StoreCopy.PAGE, request -> part.page(destination, request));
    }

    /** Copies what is not there. What is in the way is found, all of it, and left as it is. */
    void run(CopyProgress progress, Phase phase, long total) {
        Page.walk(StoreCopy.PAGE, request -> part.page(source, request), page -> {
            List<T> missing = page.rows().stream().filter(row -> !isThere(row)).toList();
            if (!missing.isEmpty()) {
                write(missing);
            }
            done += page.rows().size();
            progress.at(phase, done, total);
        });
    }

    long written() {
        return written;
    }

    List<CopyFinding> conflicts() {
        return conflicts.all();
    }

    /** As long as both sides go level, pages tell; so a copy that goes on is soon where it was interrupted. */
    private boolean isThere(T row) {
        if (level) {
            Optional<T> stands = there.row();
            level = stands.isPresent() && part.isIdentical(stands.get(), row);
            there.advance();
        }
        return level;
    }

    private void write(List<T> rows) {
        try {
            written += part.write(destination, rows);
        } catch (CommitRefusedException | AgreementConflictException | UnreadableException refused) {
            if (rows.size() == 1) {
                refused(rows.get(0), refused);
            } else {
                new ArrayList<>(rows).forEach(row -> write(List.of(row)));
            }
        }
    }

    private void refused(T row, RuntimeException refusal) {
        if (!part.isStranded(source, row)) {
            conflicts.add(part.name(row), String.valueOf(refusal.getMessage()));
        }
    }
}
