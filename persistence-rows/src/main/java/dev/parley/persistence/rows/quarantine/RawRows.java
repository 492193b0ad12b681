package dev.parley.persistence.rows.quarantine;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row that is or was in quarantine and the rows that are read with it: as a JSON document that a human can mend, of
 * the form {@code {"table": [{"column": value, …}, …], …}}.
 */
public final class RawRows<X extends Exception> {
    private static final String SUBJECT = "raw";

    private final RawTables<X> tables;
    private final QuarantinedKind kind;
    private final Optional<Dependants> dependants;

    /** Reads and writes rows of a kind in the tables of one transaction. */
    public RawRows(RawTables<X> tables, QuarantinedKind kind) {
        this.tables = tables;
        this.kind = kind;
        this.dependants = kind.dependants();
    }

    /** Every byte of the row at a position. */
    public String read(long position) throws X {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(kind.table(), tables.rows(kind, position));
        if (dependants.isPresent()) {
            document.put(dependants.get().table(), tables.rows(kind, dependants.get(), position));
        }
        return JsonText.write(document);
    }

    /**
     * Puts a mended document in the place of the row at a position. What its content determines is left open.
     *
     * @return whether there is a row; one that is gone does not come back, but for one that is damage by being missed
     * @throws InvalidValueException if it is of another form or of another row, or breaks a rule of the tables
     */
    boolean write(long position, String raw) throws X {
        JsonObject document = JsonText.parseObject(SUBJECT, raw);
        List<String> names = new ArrayList<>(List.of(kind.table()));
        dependants.ifPresent(others -> names.add(others.table()));
        document.requireOnly(names);
        MendedTable row = mended(document, kind.table());
        row.requireOne(kind.key(), position);
        if (dependants.isEmpty()) {
            return tables.put(row, kind.key()) || missed(row);
        }
        Dependants tie = dependants.get();
        MendedTable others = mended(document, tie.table());
        @Nullable Object owner = row.rows().get(0).get(tie.ofMain());
        others.requireAll(tie.column(), owner);
        tables.delete(kind, tie, position);
        boolean there = tables.put(row, kind.key());
        if (there) {
            tables.insert(others);
        }
        return there;
    }

    private MendedTable mended(JsonObject document, String table) throws X {
        return MendedTable.of(document, table, tables.columns(table));
    }

    /** A delivery is part of its message, and damage if it is missing; any other row that is gone was deleted. */
    private boolean missed(MendedTable row) throws X {
        if (kind == QuarantinedKind.DELIVERY) {
            tables.insert(row);
        }
        return kind == QuarantinedKind.DELIVERY;
    }
}
