package dev.parley.benchmarks.peer.limit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs recorded calls again, each statement prepared once. */
final class Replay {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Replay(Connection connection) {
        this.connection = connection;
    }

    void execute(String sql) throws SQLException {
        prepared(sql).execute();
    }

    /**
     * Runs the calls of one commit for another negotiation than the one that was recorded.
     *
     * @param recorded its id
     * @param id the other's id
     */
    void run(List<Call> calls, String recorded, String id) throws SQLException {
        for (Call call : calls) {
            PreparedStatement statement = prepared(call.sql());
            int next = 1;
            for (Object parameter : call.parameters()) {
                statement.setObject(next++, recorded.equals(parameter) ? id : parameter);
            }
            if (call.isQuery()) {
                read(statement);
            } else if (statement.executeUpdate() != 1) {
                throw new SQLException("a statement that changed one row for the store did not do so here");
            }
        }
    }

    private static void read(PreparedStatement query) throws SQLException {
        try (ResultSet row = query.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    @Nullable Object unused = row.getObject(column);
                }
            }
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        return statement;
    }
}
