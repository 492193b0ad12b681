package dev.parley.persistence.postgresql.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection of the app's on loan, given back as it came and with no transaction open. */
final class Loan implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommitBefore;

    private Loan(Connection connection, boolean autoCommitBefore) {
        this.connection = connection;
        this.autoCommitBefore = autoCommitBefore;
    }

    /** Borrows one, on which the first statement begins a transaction. */
    static Loan forTransaction(DataSource dataSource) throws SQLException {
        return borrowed(dataSource, false);
    }

    /** Borrows one on which each statement stands alone. */
    static Loan forStatements(DataSource dataSource) throws SQLException {
        return borrowed(dataSource, true);
    }

    private static Loan borrowed(DataSource dataSource, boolean autoCommit) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            boolean before = connection.getAutoCommit();
            if (before != autoCommit) {
                connection.setAutoCommit(autoCommit);
            }
            return new Loan(connection, before);
        } catch (SQLException | RuntimeException failure) {
            try (connection) {
                throw failure;
            }
        }
    }

    Connection connection() {
        return connection;
    }

    /** Ends the transaction without a trace. Where that fails the connection is lost, and the transaction with it. */
    void rollBack(Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException | RuntimeException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }

    /** Gives it back. What became of the transaction is known by now; a connection that breaks here is the pool's. */
    @Override
    public void close() {
        try (connection) {
            if (connection.getAutoCommit() != autoCommitBefore) {
                connection.setAutoCommit(autoCommitBefore);
            }
        } catch (SQLException | RuntimeException broken) {
            // Nothing of the store's rests on it.
        }
    }
}
