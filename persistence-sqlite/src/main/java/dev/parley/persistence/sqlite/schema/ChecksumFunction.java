package dev.parley.persistence.sqlite.schema;

import dev.parley.persistence.rows.Checksum;
import dev.parley.persistence.sqlite.jdbc.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/** {@link Checksum#of} for the scripts of the schema, which bring rows with checksums into another shape. */
final class ChecksumFunction extends Function {
    private static final int INTEGER = 1;
    private static final int NULL = 5;

    private ChecksumFunction() {}

    static void defineIn(Session session) throws SQLException {
        session.define("parley_checksum", new ChecksumFunction());
    }

    @Override
    protected void xFunc() throws SQLException {
        @Nullable Object[] fields = new @Nullable Object[args()];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = switch (value_type(i)) {
                case INTEGER -> value_long(i);
                case NULL -> null;
                default -> value_text(i);
            };
        }
        result(Checksum.of(fields));
    }
}
