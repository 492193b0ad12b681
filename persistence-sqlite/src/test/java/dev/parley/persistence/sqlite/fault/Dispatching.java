package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.DeliveryFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.fault.Moment.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The sending of what is owed, straight on the store's port: claim, send, record. Or in a wrong order, as a control. */
final class Dispatching {
    /** How long a dispatcher has a message for itself. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private final NegotiationStore store;
    private final Mail mail;
    private final Instant now;
    private final Manner manner;
    private final Moment moment;
    private final Consumer<Stored<NegotiationSnapshot>> onBound;
    private final Consumer<String> onSent;

    /** In which order it is done. */
    enum Manner {
        /** Claim, send, record. */
        HONEST,
        /** Send before the claim is durable: doubles what it sends. */
        SENDS_FIRST,
        /** Record as sent and send then: loses what it owes. */
        RECORDS_FIRST
    }

    Dispatching(
            NegotiationStore store,
            Mail mail,
            Instant now,
            Manner manner,
            Moment moment,
            Consumer<Stored<NegotiationSnapshot>> onBound,
            Consumer<String> onSent) {
        this.store = store;
        this.mail = mail;
        this.now = now;
        this.manner = manner;
        this.moment = moment;
        this.onBound = onBound;
        this.onSent = onSent;
    }

    /** Turns to the message that has been due the longest; false if none is due. */
    boolean turn() {
        if (manner == Manner.SENDS_FIRST) {
            List<OwedMessage> pending = store.owed(DeliveryFilter.in(DeliveryState.PENDING), PageRequest.first(1))
                    .rows();
            if (!pending.isEmpty()) {
                Receipt receipt = mail.send(pending.get(0).id());
                moment.reach(Place.AFTER_SEND);
                claim().ifPresent(claimed -> record(claimed, receipt));
                return true;
            }
        }
        moment.reach(Place.BEFORE_CLAIM);
        Optional<OwedMessage> claimed = claim();
        claimed.ifPresent(this::handle);
        return claimed.isPresent();
    }

    private Optional<OwedMessage> claim() {
        return store.claim(now, now.plus(LEASE));
    }

    private void handle(OwedMessage claimed) {
        if (claimed.delivery().state() == DeliveryState.UNCONFIRMED) {
            mail.ask(claimed.id())
                    .ifPresentOrElse(
                            receipt -> record(claimed, receipt),
                            () -> store.commit(Commit.of(DeliveryChange.of(
                                    claimed, claimed.deferred(now, now, "the mailbox does not have it")))));
            return;
        }
        if (manner == Manner.RECORDS_FIRST) {
            record(claimed, new Receipt(null, Life.thread(claimed.message().negotiationId())));
            moment.reach(Place.AFTER_CLAIM);
            mail.send(claimed.id());
            return;
        }
        moment.reach(Place.AFTER_CLAIM);
        Receipt receipt = mail.send(claimed.id());
        moment.reach(Place.AFTER_SEND);
        record(claimed, receipt);
        moment.reach(Place.AFTER_RECORD);
    }

    private void record(OwedMessage claimed, Receipt receipt) {
        DeliveryChange sent = DeliveryChange.of(claimed, claimed.sent(now, receipt));
        if (Life.isOffer(claimed)) {
            NegotiationId id = claimed.message().negotiationId();
            Commit bound = Life.bound(store.find(id).orElseThrow(), sent);
            store.commit(bound);
            onBound.accept(Life.after(bound));
        } else {
            store.commit(Commit.of(sent));
        }
        onSent.accept(claimed.id().value());
    }
}
