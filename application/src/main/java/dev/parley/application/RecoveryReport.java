package dev.parley.application;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.UnreadableRow;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a start-up found.
 *
 * @param recovered how many negotiations are in flight
 * @param inFlight how many of them stand in each state, in the order of the states; those without any are left out
 * @param backlog what waits to be looked after: overdue replies, owed, unconfirmed and failed messages, rows in
 *     quarantine, and negotiations that agreed without booking an agreement, so that their campaign's average does not
 *     know them
 * @param unreadable the rows met that could not be read, negotiations in flight and messages that are not settled; each
 *     is in quarantine
 */
public record RecoveryReport(
        long recovered, Map<NegotiationState, Long> inFlight, Backlog backlog, List<UnreadableRow> unreadable) {
    /** Copies the collections. */
    public RecoveryReport {
        Map<NegotiationState, Long> sorted = new EnumMap<>(NegotiationState.class);
        sorted.putAll(inFlight);
        inFlight = Collections.unmodifiableMap(sorted);
        unreadable = List.copyOf(unreadable);
    }
}
