package dev.parley.persistence.rows.stored;

import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.UnreadableException;
import dev.parley.persistence.rows.StepRow;
import dev.parley.persistence.rows.mapping.Mappers;

/**
 * A row of {@code parley_steps} with what only the store knows of it.
 *
 * @param negotiationId its negotiation
 */
public record StoredStep(long position, String negotiationId, StepRow row, long checksum) implements Paging.Positioned {
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
    public RecordedStep recorded(String asked) {
        return Unreadable.read(
                Unreadable.STEP,
                position,
                row.idempotencyKey(),
                checksum == row.checksum(asked),
                () -> Mappers.STEPS.toStep(row));
    }
}
