package dev.parley.persistence.rows;

/** A row of {@code parley_steps}. */
public record StepRow(String idempotencyKey, String fingerprint, long revision, String state, String at) {
    /**
     * The checksum of the content and of where it belongs.
     *
     * @param negotiationId the negotiation it belongs to
     */
    public long checksum(String negotiationId) {
        return Checksum.of(negotiationId, idempotencyKey, fingerprint, revision, state, at);
    }

    /**
     * All of it, its negotiation first.
     *
     * @param negotiation the position of that
     */
    public Cells cells(long negotiation, String negotiationId) {
        return Cells.of(negotiation, idempotencyKey, fingerprint, revision, state, at, checksum(negotiationId));
    }
}
