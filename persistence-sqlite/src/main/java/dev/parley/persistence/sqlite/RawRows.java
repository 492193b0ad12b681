package dev.parley.persistence.sqlite;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row that is or was in quarantine and the rows that are read with it: as a JSON document that a human can mend, of
 * the form {@code {"table": [{"column": value, …}, …], …}}.
 */
final class RawRows {
    private static final String SUBJECT = "raw";

    private final QuarantinedKind kind;
    private final RawTable main;
    private final Optional<RawTable> dependants;

    private RawRows(QuarantinedKind kind, RawTable main, Optional<RawTable> dependants) {
        this.kind = kind;
        this.main = main;
        this.dependants = dependants;
    }

    static RawRows of(Session session, QuarantinedKind kind) throws SQLException {
        Optional<Dependants> others = kind.dependants();
        return new RawRows(
                kind,
                RawTable.of(session, kind.table()),
                others.isEmpty()
                        ? Optional.empty()
                        : Optional.of(RawTable.of(session, others.get().table())));
    }

    /** Every byte of the row at a position. */
    String read(Session session, long position) throws SQLException {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(main.name(), main.rows(session, kind.key() + " = ?", position));
        if (dependants.isPresent()) {
            RawTable others = dependants.get();
            document.put(others.name(), others.rows(session, ofMain(), position));
        }
        return JsonText.write(document);
    }

    /**
     * Puts a mended document in the place of the row at a position. What its content determines is left open.
     *
     * @return whether there is a row; one that is gone does not come back, but for one that is damage by being missed
     * @throws InvalidValueException if it is of another form or of another row, or breaks a rule of the tables
     */
    boolean write(Session session, long position, String raw) throws SQLException {
        JsonObject document = JsonText.parseObject(SUBJECT, raw);
        document.requireOnly(
                dependants.isEmpty()
                        ? List.of(main.name())
                        : List.of(main.name(), dependants.get().name()));
        MendedTable row = MendedTable.of(document, main);
        row.requireOne(kind.key(), position);
        if (dependants.isEmpty()) {
            return row.put(session, kind.key()) || missed(session, row);
        }
        Dependants tie = kind.dependants().orElseThrow();
        MendedTable others = MendedTable.of(document, dependants.get());
        @Nullable Object owner = row.rows().get(0).get(tie.ofMain());
        others.requireAll(tie.column(), owner);
        session.update("DELETE FROM " + tie.table() + " WHERE " + ofMain(), position);
        boolean there = row.put(session, kind.key());
        if (there) {
            others.insert(session);
        }
        return there;
    }

    /** A delivery is part of its message, and damage if it is missing; any other row that is gone was deleted. */
    private boolean missed(Session session, MendedTable row) throws SQLException {
        if (kind == QuarantinedKind.DELIVERY) {
            row.insert(session);
        }
        return kind == QuarantinedKind.DELIVERY;
    }

    private String ofMain() {
        Dependants tie = kind.dependants().orElseThrow();
        return tie.column() + " = (SELECT " + tie.ofMain() + " FROM " + kind.table() + " WHERE " + kind.key() + " = ?)";
    }
}
