package dev.parley.persistence.postgresql.jdbc;

import java.sql.SQLException;

/** What is done inside one transaction: statements of the store's own, never a user's code. */
@FunctionalInterface
public interface Work<T> {
    /** Does it, and may be asked to do it again in another transaction; an exception rolls the transaction back. */
    T on(Session session) throws SQLException;
}
