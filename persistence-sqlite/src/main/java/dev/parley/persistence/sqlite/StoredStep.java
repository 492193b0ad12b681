package dev.parley.persistence.sqlite;

import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.sqlite.row.StepRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row of {@code parley_steps} with what only the store knows of it.
 *
 * @param negotiationId its negotiation
 */
record StoredStep(long position, String negotiationId, StepRow row, long checksum) implements Paging.Positioned {
    /** Of {@code s}, the step, and {@code n}, its negotiation. */
    static final String COLUMNS = "s.position, n.negotiation_id, s.idempotency_key, s.fingerprint, s.revision,"
            + " s.state, s.at, s.checksum";

    static StoredStep read(ResultSet row) throws SQLException {
        return new StoredStep(
                row.getLong(1),
                Columns.text(row, 2),
                new StepRow(
                        Columns.text(row, 3),
                        Columns.text(row, 4),
                        row.getLong(5),
                        Columns.text(row, 6),
                        Columns.text(row, 7)),
                row.getLong(8));
    }

    @Override
    public long characters() {
        return row.idempotencyKey().length();
    }

    /**
     * What it means.
     *
     * @param asked the negotiation it was asked for by, which a damaged index may have led astray
     * @throws UnreadableException if it cannot be read
     */
    RecordedStep recorded(String asked) {
        return Unreadable.read(
                Unreadable.STEP,
                position,
                row.idempotencyKey(),
                checksum == row.checksum(asked),
                () -> Mappers.STEPS.toStep(row));
    }
}
