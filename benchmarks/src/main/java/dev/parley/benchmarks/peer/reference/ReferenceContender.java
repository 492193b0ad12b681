package dev.parley.benchmarks.peer.reference;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.benchmarks.work.SampleCampaign;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The reference's own way to save, for the shape of its file; it does not wait for the disk, so time it elsewhere. */
public final class ReferenceContender implements Contender {
    /** The file in the contender's directory. */
    public static final String FILE = "reference.db";

    private final SampleCampaign campaign = SampleCampaign.numbered(0);
    private final Connection connection;
    private final PreparedStatement save;

    private ReferenceContender(Connection connection) throws SQLException {
        this.connection = connection;
        this.save = connection.prepareStatement(WideTable.SAVE);
    }

    /** Opens it on a new file. */
    public static Contender open(Path directory) throws SQLException {
        Connection connection = WideTable.open(directory.resolve(FILE));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = OFF");
        }
        return new ReferenceContender(connection);
    }

    @Override
    public Hand open(String id, String context) throws SQLException {
        WideRow row = WideRow.open(id, context, campaign);
        save(row);
        return new Hand() {
            @Override
            public void step(NegotiationEvent event, String note) throws SQLException {
                row.step(event, note);
                save(row);
            }

            @Override
            public void loadAndStep(NegotiationEvent event, String note) {
                throw new UnsupportedOperationException("only what it saves is of interest here");
            }
        };
    }

    private void save(WideRow row) throws SQLException {
        synchronized (connection) {
            row.bindAll(save);
            save.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
