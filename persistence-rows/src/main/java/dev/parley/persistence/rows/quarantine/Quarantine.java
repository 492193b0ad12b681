package dev.parley.persistence.rows.quarantine;

import dev.parley.documents.InstantText;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import java.time.Instant;
import java.util.Optional;

/** Rows that cannot be read, each kept as it was found. Everything here runs inside a transaction of the caller's. */
public final class Quarantine<X extends Exception> {
    private final QuarantineTable<X> table;
    private final RawTables<X> raw;
    private final Resealing<X> resealing;

    /** Keeps rows in the tables of one transaction. */
    public Quarantine(QuarantineTable<X> table, RawTables<X> raw, Resealing<X> resealing) {
        this.table = table;
        this.raw = raw;
        this.resealing = resealing;
    }

    /**
     * Keeps a copy of a row, if it is there and cannot be read, and was not kept before.
     *
     * @throws InvalidValueException if no row is of its kind
     */
    public void put(UnreadableRow row, Instant now) throws X {
        QuarantinedKind kind = QuarantinedKind.of(row.kind());
        Optional<UnreadableRow> damage =
                damage(kind, row.position()).filter(found -> found.kind().equals(row.kind()));
        if (damage.isEmpty() || table.holds(row.kind(), row.position())) {
            return;
        }
        table.insert(
                new UnreadableRow(
                        row.kind(),
                        row.position(),
                        damage.get().id(),
                        damage.get().reason()),
                InstantText.write(Timestamps.micros("now", now)),
                new RawRows<>(raw, kind).read(row.position()));
    }

    /**
     * Takes off a row that can be read again, or is gone.
     *
     * @throws QuarantinedRowNotFoundException if none has the number
     * @throws UnreadableException if it still cannot be read
     */
    public void release(long number) throws X {
        UnreadableRow row = require(number);
        requireReadable(QuarantinedKind.of(row.kind()), row.position());
        table.delete(number);
    }

    /**
     * Puts a mended row in its place and takes it off. If this throws, the transaction must be rolled back.
     *
     * @throws QuarantinedRowNotFoundException if none has the number
     * @throws InvalidValueException if the content has another form, or is of another row
     * @throws UnreadableException if it still could not be read
     */
    public void release(long number, String mended) throws X {
        UnreadableRow row = require(number);
        QuarantinedKind kind = QuarantinedKind.of(row.kind());
        if (new RawRows<>(raw, kind).write(row.position(), mended)) {
            resealing.seal(kind, row.position());
            requireReadable(kind, row.position());
        }
        table.delete(number);
    }

    private UnreadableRow require(long number) throws X {
        return table.find(number)
                .orElseThrow(() -> new QuarantinedRowNotFoundException(number))
                .row();
    }

    private void requireReadable(QuarantinedKind kind, long position) throws X {
        Optional<UnreadableRow> damage = damage(kind, position);
        if (damage.isPresent()) {
            throw new UnreadableException(damage.get());
        }
    }

    /** What the store's own readers have against the row at a position; empty if it can be read, or is gone. */
    public Optional<UnreadableRow> damage(QuarantinedKind kind, long position) throws X {
        return table.page(kind, new PageRequest(position - 1, 1)).unreadable().stream()
                .filter(row -> row.position() == position && kind.isAbout(row))
                .findAny();
    }
}
