package dev.parley.persistence.postgresql.schema;

import dev.parley.persistence.postgresql.jdbc.Session;
import java.sql.SQLException;
import java.util.List;

/**
 * What PostgreSQL says of everything in a schema that has our names: each column with its type and collation, each index
 * with what it holds, in words that are the same in all its versions.
 *
 * @param lines sorted, a thing each
 */
record Shape(List<String> lines) {
    private static final String VERSION_COLUMN = "column parley_schema.version integer not null";

    private static final String OF_SCHEMA = """
            SELECT line FROM (
                SELECT concat_ws(' ', CASE c.relkind WHEN 'v' THEN 'view' ELSE 'column' END,
                    c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
                    CASE WHEN a.attnotnull THEN 'not null' END, nullif(l.collname, 'default')) AS line
                FROM pg_class AS c
                JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                LEFT JOIN pg_collation AS l ON l.oid = a.attcollation
                WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
                    AND c.relname LIKE 'parley\\_%'
                UNION ALL
                SELECT concat_ws(' ', CASE WHEN i.indisunique THEN 'unique index' ELSE 'index' END, c.relname,
                    CASE WHEN i.indpred IS NOT NULL THEN 'in part' END)
                FROM pg_index AS i
                JOIN pg_class AS c ON c.oid = i.indexrelid
                WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND c.relname LIKE 'parley\\_%' AND i.indisvalid
                UNION ALL
                SELECT 'function ' || p.proname
                FROM pg_proc AS p
                WHERE p.pronamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema()) AND p.proname LIKE 'parley\\_%'
            ) AS things
            ORDER BY line COLLATE "C"
            """;

    Shape {
        lines = List.copyOf(lines);
    }

    static Shape of(Session session) throws SQLException {
        return new Shape(session.query(OF_SCHEMA, row -> row.text(1)));
    }

    static Shape parsed(String text) {
        return new Shape(text.lines().toList());
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Whether the version stands where it stands in every version. */
    boolean tellsTheVersion() {
        return lines.contains(VERSION_COLUMN);
    }
}
