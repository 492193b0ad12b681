package dev.parley.benchmarks.peer.postgres;

import dev.parley.benchmarks.contender.Contender;
import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.negotiation.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** One negotiation as two tables. */
final class PostgresHand implements Contender.Hand {
    private static final String INSERT =
            "INSERT INTO negotiation (id, state, revision, context, updated_at) VALUES (?, ?, 0, ?, ?)";
    private static final String UPDATE =
            "UPDATE negotiation SET state = ?, revision = ?, context = ?, updated_at = ? WHERE id = ? AND revision = ?";
    private static final String APPEND =
            "INSERT INTO history (id, revision, from_state, event, to_state, at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String LOAD = "SELECT state, revision, context FROM negotiation WHERE id = ?";
    private static final String LOAD_HISTORY =
            "SELECT from_state, event, to_state FROM history WHERE id = ? ORDER BY revision";

    private final DataSource database;
    private final String id;
    private NegotiationStateMachine machine = NegotiationStateMachine.start();
    private Attributes context;
    private int revision;

    private PostgresHand(DataSource database, String id, Attributes context) {
        this.database = database;
        this.id = id;
        this.context = context;
    }

    static PostgresHand open(DataSource database, String id, String context) throws SQLException {
        PostgresHand hand = new PostgresHand(database, id, AttributesJson.read("context", context));
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, id);
            insert.setString(2, hand.machine.state().code());
            insert.setString(3, context);
            insert.setLong(4, System.currentTimeMillis());
            insert.executeUpdate();
        }
        return hand;
    }

    @Override
    public void loadAndStep(NegotiationEvent event, String note) throws SQLException {
        try (Connection connection = database.getConnection()) {
            List<Transition> history = history(connection);
            try (PreparedStatement load = connection.prepareStatement(LOAD)) {
                load.setString(1, id);
                try (ResultSet row = load.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalStateException("no negotiation is stored as " + id);
                    }
                    machine =
                            NegotiationStateMachine.fromSnapshot(NegotiationState.fromCode(row.getString(1)), history);
                    revision = row.getInt(2);
                    context = AttributesJson.read("context", row.getString(3));
                }
            }
        }
        step(event, note);
    }

    private List<Transition> history(Connection connection) throws SQLException {
        List<Transition> history = new ArrayList<>();
        try (PreparedStatement load = connection.prepareStatement(LOAD_HISTORY)) {
            load.setString(1, id);
            try (ResultSet rows = load.executeQuery()) {
                while (rows.next()) {
                    history.add(new Transition(
                            NegotiationState.fromCode(rows.getString(1)),
                            NegotiationEvent.fromCode(rows.getString(2)),
                            NegotiationState.fromCode(rows.getString(3))));
                }
            }
        }
        return history;
    }

    @Override
    public void step(NegotiationEvent event, String note) throws SQLException {
        NegotiationStateMachine next = machine.trigger(event);
        Attributes noted = context.with("note", note);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection, new Transition(machine.state(), event, next.state()), AttributesJson.write(noted));
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
        machine = next;
        context = noted;
        revision++;
    }

    private void write(Connection connection, Transition transition, String json) throws SQLException {
        long now = System.currentTimeMillis();
        try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, transition.to().code());
            update.setInt(2, revision + 1);
            update.setString(3, json);
            update.setLong(4, now);
            update.setString(5, id);
            update.setInt(6, revision);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException(id + " is not at revision " + revision);
            }
        }
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, id);
            append.setInt(2, revision + 1);
            append.setString(3, transition.from().code());
            append.setString(4, transition.event().code());
            append.setString(5, transition.to().code());
            append.setLong(6, now);
            append.executeUpdate();
        }
    }
}
