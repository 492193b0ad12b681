package dev.parley.persistence.sqlite.jdbc;

import java.sql.SQLException;

/** Opens one more session on the database. */
@FunctionalInterface
public interface SessionOpener {
    /** A session as the store needs it, with every setting asserted. */
    Session open() throws SQLException;
}
