package dev.parley.testkit.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.picture.Exactly;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A dispatcher's work as the contract does it. What a method gives back is what must stand now, by what the domain says
 * and the store was told.
 */
public record Dispatch(NegotiationStore store) {
    /** How long a dispatcher has a message for itself. */
    public static final Duration HOLD = Duration.ofSeconds(60);

    /** The shortest time that a store tells from none. */
    public static final Duration MICROSECOND = Duration.of(1, ChronoUnit.MICROS);

    /** The last moment that a store can keep. */
    public static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** Some seconds after {@link Fixtures#OPENED_AT}. */
    public static Instant at(long seconds) {
        return Fixtures.OPENED_AT.plusSeconds(seconds);
    }

    public static Instant justBefore(Instant time) {
        return time.minus(MICROSECOND);
    }

    /** Owes a message from {@link Fixtures#OPENED_AT} on, in a negotiation that is opened where it is not stored. */
    public OwedMessage owe(String negotiation, String message) {
        return owe(negotiation, message, at(0));
    }

    public OwedMessage owe(String negotiation, String message, Instant since) {
        NegotiationId id = new NegotiationId(negotiation);
        Stored<NegotiationSnapshot> now = store.find(id).orElseGet(() -> new Desk(store).open(negotiation));
        OwedMessage owed = owed(id, message, since);
        store.commit(Commit.of(Steps.context(now, "owes", message)).withMessages(List.of(), List.of(owed.message())));
        return owed;
    }

    /** A message as it stands once it is owed. */
    public static OwedMessage owed(NegotiationId negotiation, String message, Instant since) {
        OutboundMessage plain = Fixtures.outbound(message, negotiation);
        return OwedMessage.of(new OutboundMessage(new MessageId(message), negotiation, since, plain.content()));
    }

    /** Owes a message and claims it; nothing else may be due. */
    public OwedMessage sending(String negotiation, String message) {
        return mustClaim(owe(negotiation, message), at(0), "a message that is owed can be claimed");
    }

    public Optional<OwedMessage> claim(Instant now) {
        return store.claim(now, now.plus(HOLD));
    }

    /** Fails unless a claim gives this message, as the domain says it stands then. */
    public OwedMessage mustClaim(OwedMessage before, Instant now, String promise) {
        OwedMessage expected = before.claimed(now, now.plus(HOLD));
        Exactly.equal(Optional.of(expected), claim(now), promise);
        mustRead(expected, "a claim is kept");
        return expected;
    }

    public void mustClaimNothing(Instant now, String promise) {
        assertEquals(Optional.empty(), claim(now), promise);
    }

    /** Records that a message has come further. */
    public OwedMessage commit(OwedMessage before, OwedMessage after) {
        store.commit(Commit.of(DeliveryChange.of(before, after)));
        return after;
    }

    public OwedMessage read(MessageId id) {
        return store.findOwed(id).orElseGet(() -> fail("message " + id + " was committed and is not found"));
    }

    /** Fails unless the store has the message exactly so. */
    public void mustRead(OwedMessage expected, String promise) {
        Exactly.equal(expected, read(expected.id()), promise);
    }
}
