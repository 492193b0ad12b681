package dev.parley.persistence.sqlite;

import dev.parley.documents.InstantText;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.QuarantinedRowNotFoundException;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import dev.parley.persistence.rows.stored.Paging;
import dev.parley.persistence.rows.stored.Unreadable;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Rows that cannot be read, each as it was found. Everything here runs inside a transaction of the caller's. */
final class QuarantineShelf {
    private static final String SELECT =
            "SELECT number, kind, position, id, reason, since, raw FROM parley_quarantine WHERE ";

    private static final String PAGE = SELECT + "number > ? ORDER BY number LIMIT ?";

    private static final String INSERT = """
            INSERT INTO parley_quarantine (kind, position, id, reason, since, raw) VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String DELETE_OF = """
            DELETE FROM parley_quarantine WHERE kind = ? AND position IN (SELECT position FROM %s WHERE %s = ?)""";

    private QuarantineShelf() {}

    /** Keeps a copy of a row, if it is there and cannot be read, and was not kept before. */
    static void put(Session session, UnreadableRow row, Instant now) throws SQLException {
        QuarantinedKind kind = QuarantinedKind.of(row.kind());
        Optional<UnreadableRow> damage = kind.damage(session, row.position())
                .filter(found -> found.kind().equals(row.kind()));
        if (damage.isEmpty() || isKept(session, row)) {
            return;
        }
        session.update(
                INSERT,
                row.kind(),
                row.position(),
                damage.get().id(),
                damage.get().reason(),
                InstantText.write(Timestamps.micros("now", now)),
                RawRows.of(session, kind).read(session, row.position()));
    }

    /** Takes the copies again, once the tables have another shape; the rows themselves have stayed in their places. */
    static void copyAnew(Session session) throws SQLException {
        for (UnreadableRow row :
                session.query(SELECT + "TRUE", kept -> Kept.read(kept).row())) {
            session.update(
                    "UPDATE parley_quarantine SET raw = ? WHERE kind = ? AND position = ?",
                    RawRows.of(session, QuarantinedKind.of(row.kind())).read(session, row.position()),
                    row.kind(),
                    row.position());
        }
    }

    static Page<QuarantinedRow> page(Session session, PageRequest request) throws SQLException {
        return Paging.page(
                request,
                (budget, after, fetch) -> session.queryUntil(PAGE, Kept::read, budget, after, fetch),
                Kept::meaning);
    }

    static Optional<QuarantinedRow> find(Session session, long number) throws SQLException {
        return session.first(SELECT + "number = ?", Kept::read, number).map(Kept::meaning);
    }

    /**
     * Takes a row off the shelf that can be read again, or is gone.
     *
     * @throws QuarantinedRowNotFoundException if none has the number
     * @throws UnreadableException if it still cannot be read
     */
    static void release(Session session, long number) throws SQLException {
        UnreadableRow row = require(session, number);
        QuarantinedKind.of(row.kind()).requireReadable(session, row.position());
        remove(session, number);
    }

    /**
     * Puts a mended row in its place and takes it off the shelf. If this throws, the transaction must be rolled back.
     *
     * @throws QuarantinedRowNotFoundException if none has the number
     * @throws InvalidValueException if the content has another form, or is of another row
     * @throws UnreadableException if it still could not be read
     */
    static void release(Session session, long number, String raw) throws SQLException {
        UnreadableRow row = require(session, number);
        QuarantinedKind kind = QuarantinedKind.of(row.kind());
        if (RawRows.of(session, kind).write(session, row.position(), raw)) {
            Resealing.of(session, kind, row.position());
            kind.requireReadable(session, row.position());
        }
        remove(session, number);
    }

    /** Forgets the copies of what a negotiation has handled, before those rows go and others get their positions. */
    static void forgetHandled(Session session, long negotiation) throws SQLException {
        forget(session, QuarantinedKind.INBOUND_MESSAGE, "negotiation", negotiation);
        forget(session, QuarantinedKind.STEP, "negotiation", negotiation);
    }

    /** Forgets the copies of everything of a negotiation, before its rows go and others get their positions. */
    static void forgetAll(Session session, long negotiation) throws SQLException {
        forgetHandled(session, negotiation);
        forget(session, QuarantinedKind.OUTBOUND_MESSAGE, "negotiation", negotiation);
        session.update(
                DELETE_OF.formatted(QuarantinedKind.OUTBOUND_MESSAGE.table(), "negotiation"),
                QuarantinedKind.DELIVERY.code(),
                negotiation);
        forget(session, QuarantinedKind.NEGOTIATION, "position", negotiation);
    }

    private static void forget(Session session, QuarantinedKind kind, String column, long negotiation)
            throws SQLException {
        session.update(DELETE_OF.formatted(kind.table(), column), kind.code(), negotiation);
    }

    private static boolean isKept(Session session, UnreadableRow row) throws SQLException {
        return session.number(
                        "SELECT count(*) FROM parley_quarantine WHERE kind = ? AND position = ?",
                        row.kind(),
                        row.position())
                > 0;
    }

    private static UnreadableRow require(Session session, long number) throws SQLException {
        return session.first(SELECT + "number = ?", Kept::read, number)
                .orElseThrow(() -> new QuarantinedRowNotFoundException(number))
                .row();
    }

    private static void remove(Session session, long number) throws SQLException {
        session.update("DELETE FROM parley_quarantine WHERE number = ?", number);
    }

    private record Kept(long number, UnreadableRow row, String since, String raw) implements Paging.Positioned {
        static Kept read(ResultSet row) throws SQLException {
            return new Kept(
                    row.getLong(1),
                    new UnreadableRow(Columns.text(row, 2), row.getLong(3), Columns.text(row, 4), Columns.text(row, 5)),
                    Columns.text(row, 6),
                    Columns.text(row, 7));
        }

        @Override
        public long position() {
            return number;
        }

        @Override
        public long characters() {
            return raw.length();
        }

        QuarantinedRow meaning() {
            return Unreadable.read(
                    "quarantined_row",
                    number,
                    String.valueOf(number),
                    true,
                    () -> new QuarantinedRow(number, row, InstantText.parse("since", since), raw));
        }
    }
}
