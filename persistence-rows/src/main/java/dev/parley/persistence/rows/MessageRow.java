package dev.parley.persistence.rows;

/**
 * A row of {@code parley_inbound_messages} or {@code parley_outbound_messages}.
 *
 * @param at when it was received, or since when it is owed
 * @param content a JSON document
 */
public record MessageRow(String messageId, String at, String content) {
    /**
     * The checksum of the content and of where it belongs.
     *
     * @param negotiationId the negotiation it belongs to
     */
    public long checksum(String negotiationId) {
        return Checksum.of(negotiationId, messageId, at, content);
    }

    /**
     * All of it, its negotiation first.
     *
     * @param negotiation the position of that
     */
    public Cells cells(long negotiation, String negotiationId) {
        return Cells.of(negotiation, messageId, at, content, checksum(negotiationId));
    }
}
