package dev.parley.benchmarks.peer.naive;

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

/** One connection that all threads take turns on, the whole row written by each step, one commit each. */
public final class NaiveContender implements Contender {
    /** The file in the contender's directory. */
    public static final String FILE = "naive.db";

    private final SampleCampaign campaign = SampleCampaign.numbered(0);
    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement update;
    private final PreparedStatement find;

    private NaiveContender(Connection connection) throws SQLException {
        this.connection = connection;
        this.insert = connection.prepareStatement(WideTable.INSERT);
        this.update = connection.prepareStatement(WideTable.UPDATE);
        this.find = connection.prepareStatement(WideTable.FIND);
    }

    /** Opens it on a new file. */
    public static Contender open(Path directory) throws SQLException {
        return new NaiveContender(WideTable.open(directory.resolve(FILE)));
    }

    @Override
    public Hand open(String id, String context) throws SQLException {
        WideRow row = WideRow.open(id, context, campaign);
        synchronized (connection) {
            row.bindAll(insert);
            insert.executeUpdate();
        }
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
            synchronized (connection) {
                row.bindChange(update);
                update.executeUpdate();
            }
        }

        @Override
        public void loadAndStep(NegotiationEvent event, String note) throws SQLException {
            row = load(row.id());
            step(event, note);
        }
    }

    private WideRow load(String id) throws SQLException {
        synchronized (connection) {
            find.setString(1, id);
            try (ResultSet rows = find.executeQuery()) {
                return WideRow.read(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
