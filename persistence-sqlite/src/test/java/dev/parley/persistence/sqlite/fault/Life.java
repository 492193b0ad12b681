package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStep;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A life that is laid down in advance: who knows a negotiation's id and revision knows all that must be stored of it. A
 * step that is named has a transition and a message heard, and most owe a message; the last one books an agreement. Two
 * revisions come about otherwise: one when the opening offer is recorded as sent, and one when a deadline is over.
 */
final class Life {
    /** The revision at which the opening offer is owed. */
    static final long OFFERED = 2;

    /** The revision at which the offer is recorded as sent, and the thread bound. */
    static final long BOUND = 3;

    /** The revision at which a deadline is set that nobody keeps. */
    static final long WAITING = 5;

    /** The revision at which it expires. */
    static final long EXPIRED = 6;

    /** The revision at which it is agreed. */
    static final long LAST = 8;

    /** When the deadline is over that nobody keeps. */
    static final Instant DUE = Fixtures.OPENED_AT.plusSeconds(60);

    private static final Map<Long, NegotiationEvent> EVENTS = Map.of(
            OFFERED,
            NegotiationEvent.SEND_OFFER,
            4L,
            NegotiationEvent.RECEIVE_REPLY,
            WAITING,
            NegotiationEvent.SEND_COUNTER,
            EXPIRED,
            NegotiationEvent.TIMEOUT,
            7L,
            NegotiationEvent.RECEIVE_REPLY,
            LAST,
            NegotiationEvent.ACCEPT);

    private static final Map<Long, Instant> DEADLINES =
            Map.of(OFFERED, Fixtures.OPENED_AT.plus(Duration.ofDays(3650)), WAITING, DUE);

    private static final Set<Long> OWING = Set.of(OFFERED, WAITING, 7L, LAST);

    private Life() {}

    /** The first step of a life. */
    static Commit opening(String id) {
        return whole(NegotiationChange.opened(Fixtures.negotiation(id).snapshot()));
    }

    /** What follows; its history entry names the author. */
    static Commit next(Stored<NegotiationSnapshot> before, String author) {
        long revision = before.revision() + 1;
        NegotiationId id = before.value().id();
        if (revision == BOUND) {
            OwedMessage offer = OwedMessage.of(message(id, OFFERED));
            Receipt receipt = new Receipt(new MessageId("first of " + id), thread(id));
            return bound(before, DeliveryChange.of(offer, offer.sent(at(revision), receipt)));
        }
        Attributes put = Attributes.empty().with("cpm", new BigDecimal("25.50").add(BigDecimal.valueOf(revision)));
        NegotiationStep step =
                new NegotiationStep(List.of(EVENTS.get(revision)), author, Set.of(), put, DEADLINES.get(revision));
        Negotiation after = Negotiation.restore(before.value()).after(step, at(revision));
        return whole(NegotiationChange.changed(before, after.snapshot()));
    }

    /** What follows once the opening offer was sent: that, and the thread it went out on, together. */
    static Commit bound(Stored<NegotiationSnapshot> before, DeliveryChange sent) {
        Negotiation after =
                Negotiation.restore(before.value()).bind(thread(before.value().id()), at(BOUND));
        return whole(NegotiationChange.changed(before, after.snapshot())).withDeliveries(List.of(sent));
    }

    /** What a commit of one life leaves behind. */
    static Stored<NegotiationSnapshot> after(Commit commit) {
        NegotiationChange change = commit.changes().get(0);
        return new Stored<>(change.snapshot(), change.newRevision());
    }

    /** The negotiation as it must stand, if each step was taken by the author that its history names. */
    static Stored<NegotiationSnapshot> like(Stored<NegotiationSnapshot> found) {
        return like(found, found.revision());
    }

    /** The negotiation as it must have stood at some revision. */
    static Stored<NegotiationSnapshot> like(Stored<NegotiationSnapshot> found, long revision) {
        List<HistoryEntry> history = found.value().history();
        Stored<NegotiationSnapshot> expected = after(opening(found.value().id().value()));
        while (expected.revision() < revision) {
            int entry = expected.value().history().size();
            expected = after(
                    next(expected, entry < history.size() ? history.get(entry).cause() : "missing"));
        }
        return expected;
    }

    /** The revision that a history entry led to. */
    static long revision(HistoryEntry entry) {
        return entry.sequence() + 1 < BOUND ? entry.sequence() + 1 : entry.sequence() + 2;
    }

    /** Whether the step to a revision has a name. */
    static boolean isNamed(long revision) {
        return revision != BOUND && revision != EXPIRED;
    }

    /** Whether a message is the opening offer of its negotiation. */
    static boolean isOffer(OwedMessage message) {
        return message.message().equals(message(message.message().negotiationId(), OFFERED));
    }

    static List<InboundMessage> heard(NegotiationId id, long revision) {
        return named(revision).mapToObj(at -> Fixtures.inbound("in-" + at, id)).toList();
    }

    static List<OutboundMessage> owed(NegotiationId id, long revision) {
        return named(revision)
                .filter(OWING::contains)
                .mapToObj(at -> message(id, at))
                .toList();
    }

    static List<String> keys(long revision) {
        return named(revision).mapToObj(Life::key).toList();
    }

    /** The thread that a negotiation's mail goes out on. */
    static ThreadId thread(NegotiationId id) {
        return new ThreadId("thread of " + id);
    }

    private static Commit whole(NegotiationChange change) {
        long revision = change.newRevision();
        if (!isNamed(revision)) {
            return Commit.of(change);
        }
        Commit commit = Commit.of(change)
                .withMessages(
                        List.of(Fixtures.inbound("in-" + revision, change.id())),
                        OWING.contains(revision) ? List.of(message(change.id(), revision)) : List.of())
                .named(Fixtures.step(key(revision)));
        return change.snapshot().state() == NegotiationState.AGREED
                ? commit.withAgreements(List.of(Fixtures.agreement(change.snapshot(), "25.50")))
                : commit;
    }

    private static OutboundMessage message(NegotiationId id, long revision) {
        return Fixtures.outbound(id + "-out-" + revision, id);
    }

    private static String key(long revision) {
        return "step-" + revision;
    }

    private static Instant at(long revision) {
        return Fixtures.OPENED_AT.plusSeconds(revision);
    }

    private static LongStream named(long last) {
        return LongStream.rangeClosed(1, last).filter(Life::isNamed);
    }
}
