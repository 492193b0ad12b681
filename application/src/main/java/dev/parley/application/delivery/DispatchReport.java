package dev.parley.application.delivery;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.port.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one call of {@link MessageDispatcher#dispatch} did. A message that it turned to several times counts each time.
 *
 * @param sent messages recorded as sent
 * @param deferred messages recorded as to be tried again
 * @param failed messages recorded as failed, for a human to decide about
 * @param unconfirmed messages recorded as unconfirmed
 * @param asked how often the policy was asked
 * @param deviations what was recorded otherwise than reported, or not at all, since others have changed it meanwhile
 * @param stoppage why it ended before all that was due was handled; null if it did not, or was interrupted
 */
public record DispatchReport(
        long sent,
        long deferred,
        long failed,
        long unconfirmed,
        long asked,
        List<Recorded> deviations,
        @Nullable Stoppage stoppage) {
    /** Copies the list. */
    public DispatchReport {
        deviations = List.copyOf(deviations);
    }

    /**
     * The store was in trouble.
     *
     * @param unrecorded the message whose result could not be recorded. It may have gone out. It stays as it was
     *     claimed until the lease is over, and the policy is asked about it then. Null if the trouble came between two
     *     messages
     * @param cause what the store said
     */
    public record Stoppage(@Nullable MessageId unrecorded, StoreException cause) {}
}
