package dev.parley.benchmarks.work;

import dev.parley.documents.AttributesJson;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.negotiation.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a negotiation has been through; the same whenever it is asked for.
 *
 * @param number which one
 * @param campaign the number of its campaign
 * @param events what happened to it, in order
 */
public record Life(int number, int campaign, List<NegotiationEvent> events) {
    /** How many negotiations share a campaign. */
    public static final int PER_CAMPAIGN = 50;

    private static final Instant OPENED = Instant.parse("2026-03-01T09:30:00.123456Z");
    private static final List<NegotiationEvent> REJECTED =
            List.of(NegotiationEvent.SEND_OFFER, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.REJECT);

    /** Copies the events. */
    public Life {
        events = List.copyOf(events);
    }

    /** One in flight, after 1 to {@link Script#STEPS} steps. */
    public static Life inFlight(int number) {
        return ofLength(number, 1 + number % Script.STEPS);
    }

    /** One in flight after a number of steps. */
    public static Life ofLength(int number, int steps) {
        return new Life(number, number / PER_CAMPAIGN, Script.events(steps));
    }

    /** One that has ended. */
    public static Life ended(int number) {
        return new Life(number, number / PER_CAMPAIGN, REJECTED);
    }

    /** Its id. */
    public String id() {
        return String.format(Locale.ROOT, "negotiation-%010d", number);
    }

    /** The context it was opened with, as a JSON object. */
    public String context() {
        return Contexts.context(number);
    }

    /**
     * What the step of an event writes into the context.
     *
     * @param step the event's place, from 0
     */
    public String note(int step) {
        return Script.note(step);
    }

    /**
     * The negotiation as it stands, with an hour between its steps.
     *
     * @param campaignId its campaign
     */
    public NegotiationSnapshot snapshot(CampaignId campaignId) {
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        for (NegotiationEvent event : events) {
            machine = machine.trigger(event);
        }
        Instant openedAt = OPENED.plus(Duration.ofNanos(1_000_003_000L * number));
        List<HistoryEntry> history = new ArrayList<>(events.size());
        Instant at = openedAt;
        for (Transition transition : machine.history()) {
            at = at.plus(Duration.ofSeconds(3_600, 17_000));
            history.add(new HistoryEntry(history.size() + 1, transition, at, null));
        }
        int counters = (int) events.stream()
                .filter(event -> event == NegotiationEvent.SEND_COUNTER)
                .count();
        return new NegotiationSnapshot(
                new NegotiationId(id()),
                campaignId,
                null,
                machine.state(),
                counters,
                null,
                AttributesJson.read("context", context()).with("note", note(events.size() - 1)),
                history,
                openedAt,
                at);
    }
}
