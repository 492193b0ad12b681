package dev.parley.persistence.postgresql.jdbc;

import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's errors mean, by their SQLSTATE, whichever driver reports them. */
public final class SqlFailures {
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK_DETECTED = "40P01";
    private static final String ACTIVE_TRANSACTION = "25001";
    private static final String COMPLETION_UNKNOWN = "40003";
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String QUERY_CANCELED = "57014";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** Somebody was in the way; another try, made whole, finds what they have done. */
    private static final Set<String> TRANSIENT = Set.of(SERIALIZATION_FAILURE, DEADLOCK_DETECTED, UNIQUE_VIOLATION);

    /** Classes of SQLSTATE that the server answers with when it has rolled back. */
    private static final Set<String> ANSWERS = Set.of("09", "22", "23", "25", "27", "38", "39", "40", "42", "44", "P0");

    private static final Set<String> BUSY = Set.of(SERIALIZATION_FAILURE, DEADLOCK_DETECTED, LOCK_NOT_AVAILABLE);

    private SqlFailures() {}

    /** Whether the same transaction may well succeed if it is made again from its beginning. */
    static boolean isTransient(SQLException failure) {
        return TRANSIENT.contains(state(failure));
    }

    /** Says of a write that somebody was faster, who can be found on another try. */
    public static SQLException outrun() {
        return new SQLException("another writer was faster", SERIALIZATION_FAILURE);
    }

    /** Says of a connection that a transaction has written on it that is not ours to commit. */
    static SQLException inTheMiddle() {
        return new SQLException("a transaction is open", ACTIVE_TRANSACTION);
    }

    /** Whether a row was refused that breaks a rule of its table. */
    public static boolean isRule(SQLException failure) {
        String state = state(failure);
        return state.startsWith("23") || state.startsWith("22");
    }

    /**
     * Whether a COMMIT that failed so has certainly written nothing: the server has answered that a rule, another
     * transaction or a trigger of the app's was against it. Of a connection that was lost, or a server in trouble, nobody
     * knows.
     */
    static boolean wroteNothing(SQLException failure) {
        String state = state(failure);
        boolean answered = state.length() == 5 && ANSWERS.contains(state.substring(0, 2));
        return (answered && !state.equals(COMPLETION_UNKNOWN))
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals(QUERY_CANCELED);
    }

    /**
     * The exception for a caller.
     *
     * @param outcome what became of the call
     * @param waited how long was waited for others
     */
    public static StoreException typed(Outcome outcome, Duration waited, SQLException failure) {
        if (outcome == Outcome.NOT_WRITTEN && BUSY.contains(state(failure))) {
            return new StoreBusyException(waited, failure);
        }
        String what = outcome == Outcome.NOT_WRITTEN
                ? "nothing was written"
                : "whether it was written is not known, read to find out";
        return new StoreFailureException(outcome, "PostgreSQL: " + remedy(state(failure)) + "; " + what, failure);
    }

    private static String remedy(String state) {
        if (state.isEmpty()) {
            return "the driver or the pool failed; see the cause";
        }
        return switch (state) {
            case "08001" -> "the server cannot be reached; check host and port, and that it runs";
            case "28000", "28P01" -> "the server refuses the role or its password; check both, and pg_hba.conf";
            case "3D000" -> "the database does not exist; create it, or check its name";
            case "25006" -> "the server or the connection is read-only; connect to the primary";
            case ACTIVE_TRANSACTION ->
                "the data source lent a connection in the middle of a transaction; give Parley its own";
            case "42501" -> "the role may not use the schema or its tables; grant it";
            case "42P01" -> "a table is missing; open the store again";
            case "53100" -> "the server's disk is full; make room and try again";
            case "53300" -> "the server has no connection left; make the pool smaller or max_connections larger";
            case QUERY_CANCELED -> "the statement was cancelled; raise statement_timeout";
            case "58030", "XX001", "XX002" ->
                "the server's disk failed or its data is damaged (SQLSTATE " + state + "); check the server";
            default ->
                state.startsWith("08") || state.startsWith("57P")
                        ? "the connection was lost (SQLSTATE " + state + "); check that the server runs"
                        : "the server refused (SQLSTATE " + state + ")";
        };
    }

    private static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
