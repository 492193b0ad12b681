package dev.parley.application;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.UnreadableRow;
import java.util.List;
import java.util.Map;

/**
 * What a start-up found.
 *
 * @param recovered how many negotiations are in flight
 * @param inFlight how many of them stand in each state; states without any are left out
 * @param unreadable the rows that could not be read; they are left as they are
 * @param agreedWithoutAgreement how many negotiations have ended in {@code agreed} without booking an agreement, so
 *     that their campaign's average does not know them
 */
public record RecoveryReport(
        long recovered,
        Map<NegotiationState, Long> inFlight,
        List<UnreadableRow> unreadable,
        long agreedWithoutAgreement) {}
