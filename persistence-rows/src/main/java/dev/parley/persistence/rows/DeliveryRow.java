package dev.parley.persistence.rows;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code parley_deliveries}.
 *
 * @param open whether it is not settled, for the partial indexes
 * @param dueAt when a dispatcher shall turn to it, in a form that sorts; null where it waits for no dispatcher
 */
public record DeliveryRow(
        String state,
        boolean open,
        int attempts,
        String since,
        @Nullable String dueAt,
        @Nullable String providerMessageId,
        @Nullable String threadId,
        @Nullable String problem) {
    /**
     * The checksum of the content and of where it belongs.
     *
     * @param messageId the message it is the delivery of
     */
    public long checksum(String messageId) {
        return Checksum.of(messageId, state, open, attempts, since, dueAt, providerMessageId, threadId, problem);
    }

    /** All of it but where it belongs. */
    public Cells cells(String messageId) {
        return Cells.of(state, open, attempts, since, dueAt, providerMessageId, threadId, problem, checksum(messageId));
    }

    /** Whether two rows are found by the same queries. */
    public boolean isFoundLike(DeliveryRow other) {
        return open == other.open && Objects.equals(dueAt, other.dueAt);
    }
}
