package dev.parley.benchmarks.peer.spring;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.StateMachinePersist;
import org.springframework.statemachine.kryo.KryoStateMachineSerialisationService;
import org.springframework.statemachine.service.StateMachineSerialisationService;

/**
 * The bytes that Spring's own JPA persister stores, by plain JDBC: one row for a machine, and one for each transition
 * since it was last stored, in one transaction.
 */
final class JdbcPersist implements StateMachinePersist<NegotiationState, NegotiationEvent, Kept> {
    private static final String SAVE = """
            INSERT INTO state_machine (machine_id, state, state_machine_context) VALUES (?, ?, ?)
            ON CONFLICT (machine_id) DO UPDATE
            SET state = excluded.state, state_machine_context = excluded.state_machine_context""";
    private static final String APPEND =
            "INSERT INTO history (machine_id, from_state, event, to_state, at) VALUES (?, ?, ?, ?, ?)";
    private static final String LOAD = "SELECT state_machine_context FROM state_machine WHERE machine_id = ?";

    private final DataSource database;
    private final StateMachineSerialisationService<NegotiationState, NegotiationEvent> serialisation =
            new KryoStateMachineSerialisationService<>();

    JdbcPersist(DataSource database) {
        this.database = database;
    }

    @Override
    public void write(StateMachineContext<NegotiationState, NegotiationEvent> context, Kept kept) throws Exception {
        byte[] bytes = serialisation.serialiseStateMachineContext(context);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                save(connection, kept.id(), context.getState(), bytes);
                for (Transition transition : kept.machine().history()) {
                    append(connection, kept.id(), transition);
                }
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
        kept.machine().clearHistory();
    }

    private static void save(Connection connection, String id, NegotiationState state, byte[] bytes)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
            statement.setString(1, id);
            statement.setString(2, state.code());
            statement.setBytes(3, bytes);
            statement.executeUpdate();
        }
    }

    private static void append(Connection connection, String id, Transition transition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setString(1, id);
            statement.setString(2, transition.from().code());
            statement.setString(3, transition.event().code());
            statement.setString(4, transition.to().code());
            statement.setLong(5, System.currentTimeMillis());
            statement.executeUpdate();
        }
    }

    @Override
    public StateMachineContext<NegotiationState, NegotiationEvent> read(Kept kept) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOAD)) {
            statement.setString(1, kept.id());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no machine is stored as " + kept.id());
                }
                return serialisation.deserialiseStateMachineContext(row.getBytes(1));
            }
        }
    }
}
