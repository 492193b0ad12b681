package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A life that is laid down in advance: who knows a negotiation's id and revision knows all that must be stored of it.
 * Each step has a transition, a message heard, a message owed and a key; the last one books an agreement.
 */
final class Life {
    /** The revision at which it is agreed. */
    static final long LAST = 8;

    private static final List<NegotiationEvent> EVENTS = List.of(
            NegotiationEvent.SEND_OFFER,
            NegotiationEvent.RECEIVE_REPLY,
            NegotiationEvent.SEND_COUNTER,
            NegotiationEvent.RECEIVE_REPLY,
            NegotiationEvent.SEND_COUNTER,
            NegotiationEvent.RECEIVE_REPLY,
            NegotiationEvent.ACCEPT);

    private Life() {}

    /** The first step of a life. */
    static Commit opening(String id) {
        return whole(NegotiationChange.opened(Fixtures.negotiation(id).snapshot()));
    }

    /** The step that follows; its history entry names the author. */
    static Commit next(Stored<NegotiationSnapshot> before, String author) {
        long revision = before.revision() + 1;
        Instant now = Fixtures.OPENED_AT.plusSeconds(revision);
        Attributes put = Attributes.empty().with("cpm", new BigDecimal("25.50").add(BigDecimal.valueOf(revision)));
        Negotiation after = Negotiation.restore(before.value())
                .on(List.of(EVENTS.get((int) revision - 2)), now, author)
                .withContext(List.of(), put, now);
        return whole(NegotiationChange.changed(before, after.snapshot()));
    }

    /** What a commit of one life leaves behind. */
    static Stored<NegotiationSnapshot> after(Commit commit) {
        NegotiationChange change = commit.changes().get(0);
        return new Stored<>(change.snapshot(), change.newRevision());
    }

    /** The negotiation as it must stand, if each step was taken by the author that its history names. */
    static Stored<NegotiationSnapshot> like(Stored<NegotiationSnapshot> found) {
        Stored<NegotiationSnapshot> expected = after(opening(found.value().id().value()));
        while (expected.revision() < found.revision()) {
            int entry = (int) expected.revision() - 1;
            boolean there = entry < found.value().history().size();
            expected = after(
                    next(expected, there ? found.value().history().get(entry).cause() : "missing"));
        }
        return expected;
    }

    static List<InboundMessage> heard(NegotiationId id, long revision) {
        return revisions(revision)
                .mapToObj(at -> Fixtures.inbound("in-" + at, id))
                .toList();
    }

    static List<OutboundMessage> owed(NegotiationId id, long revision) {
        return revisions(revision)
                .mapToObj(at -> Fixtures.outbound(id + "-out-" + at, id))
                .toList();
    }

    static List<String> keys(long revision) {
        return revisions(revision).mapToObj(at -> "step-" + at).toList();
    }

    private static Commit whole(NegotiationChange change) {
        long revision = change.newRevision();
        Commit commit = Commit.of(change)
                .withMessages(
                        List.of(Fixtures.inbound("in-" + revision, change.id())),
                        List.of(Fixtures.outbound(change.id() + "-out-" + revision, change.id())))
                .withKey(new IdempotencyKey("step-" + revision));
        return change.snapshot().state() == NegotiationState.AGREED
                ? commit.withAgreements(List.of(Fixtures.agreement(change.snapshot(), "25.50")))
                : commit;
    }

    private static LongStream revisions(long last) {
        return LongStream.rangeClosed(1, last);
    }
}
