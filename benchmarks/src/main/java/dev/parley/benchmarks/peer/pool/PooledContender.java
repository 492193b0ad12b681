package dev.parley.benchmarks.peer.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.peer.reference.WideRow;
import dev.parley.benchmarks.peer.reference.WideTable;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A pool of ten connections that wait up to five seconds for one another; the whole row in a transaction. */
public final class PooledContender implements Contender {
    /** The file in the contender's directory. */
    public static final String FILE = "pool.db";

    private static final int CONNECTIONS = 10;

    private final SampleCampaign campaign = SampleCampaign.numbered(0);
    private final HikariDataSource pool;

    private PooledContender(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Opens it on a new file. */
    public static Contender open(Path directory) throws SQLException {
        Path file = directory.resolve(FILE);
        WideTable.open(file).close();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(WideTable.url(file));
        config.setDataSourceProperties(WideTable.config().toProperties());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setAutoCommit(false);
        return new PooledContender(new HikariDataSource(config));
    }

    @Override
    public Hand open(String id, String context) throws SQLException {
        WideRow row = WideRow.open(id, context, campaign);
        inTransaction(WideTable.INSERT, row::bindAll);
        return new Led(row);
    }

    private final class Led implements Hand {
        private WideRow row;

        private Led(WideRow row) {
            this.row = row;
        }

        @Override
        public void step(NegotiationEvent event, String note) throws SQLException {
            row.step(event, note);
            inTransaction(WideTable.UPDATE, row::bindChange);
        }

        @Override
        public void loadAndStep(NegotiationEvent event, String note) throws SQLException {
            row = load(row.id());
            step(event, note);
        }
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    /** Once more when somebody else held the file for longer than the wait. */
    private void inTransaction(String sql, Binding binding) throws SQLException {
        while (!attempted(sql, binding)) {
            Thread.onSpinWait();
        }
    }

    private boolean attempted(String sql, Binding binding) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
            connection.commit();
            return true;
        } catch (SQLiteException failure) {
            if (failure.getResultCode() == SQLiteErrorCode.SQLITE_BUSY) {
                return false;
            }
            throw failure;
        }
    }

    /** In a transaction of its own: one that reads and then writes fails whenever somebody else has written. */
    private WideRow load(String id) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement find = connection.prepareStatement(WideTable.FIND)) {
            find.setString(1, id);
            WideRow row;
            try (ResultSet rows = find.executeQuery()) {
                rows.next();
                row = WideRow.read(rows);
            }
            connection.commit();
            return row;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
