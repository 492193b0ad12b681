package dev.parley.testkit.contract.content;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.desk.HostileContent;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import dev.parley.testkit.picture.Picture;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is read equals what was committed, however hostile. */
interface FidelityContract extends StoreFactory {
    @TestFactory
    default Stream<DynamicTest> aContextReadsBackAsItWas(NegotiationStore store) {
        Desk desk = new Desk(store);
        return HostileContent.attributes().entrySet().stream()
                .map(peculiar -> dynamicTest(peculiar.getKey(), () -> {
                    Stored<NegotiationSnapshot> opened = desk.open(with(peculiar.getValue(), "n " + peculiar.getKey()));
                    desk.mustRead(opened, "a context reads back as it was opened with");
                    Stored<NegotiationSnapshot> plain = desk.open("changed " + peculiar.getKey());
                    NegotiationSnapshot changed = Negotiation.restore(plain.value())
                            .withContext(List.of("next_cpm"), peculiar.getValue(), Fixtures.OPENED_AT)
                            .snapshot();
                    desk.mustRead(
                            desk.commit(NegotiationChange.changed(plain, changed)),
                            "a context reads back as it was changed to");
                }));
    }

    @TestFactory
    default Stream<DynamicTest> aMessageReadsBackAsItWas(NegotiationStore store) {
        Desk desk = new Desk(store);
        return HostileContent.attributes().entrySet().stream()
                .map(peculiar -> dynamicTest(peculiar.getKey(), () -> {
                    NegotiationChange change = Steps.context(desk.open(peculiar.getKey()), "step", 1);
                    MessageId id = new MessageId(peculiar.getKey());
                    var in = new InboundMessage(id, change.id(), Fixtures.OPENED_AT, peculiar.getValue());
                    var out = new OutboundMessage(id, change.id(), Fixtures.OPENED_AT, peculiar.getValue());
                    store.commit(Commit.of(change).withMessages(List.of(in), List.of(out)));
                    Exactly.equal(List.of(in), store.handledBy(change.id()), "what was handled reads back as it was");
                    Exactly.equal(List.of(out), Desk.owed(store, change.id()), "what is owed reads back as it was");
                }));
    }

    @Test
    default void theOrderOfKeysIsThatOfTheLastCommit(NegotiationStore store) {
        Desk desk = new Desk(store);
        Attributes forwards = Attributes.empty().with("a", 1).with("b", 2).with("c", 3);
        Stored<NegotiationSnapshot> opened = desk.open(with(forwards, "n"));
        Attributes backwards = Attributes.empty().with("c", 3).with("b", 2).with("a", 1);
        desk.mustRead(
                desk.commit(
                        NegotiationChange.changed(opened, with(backwards, "n").snapshot())),
                "a context whose keys change places alone is stored in the new order");
    }

    @Test
    default void aCauseReadsBackAsItWas(NegotiationStore store) {
        Negotiation negotiation = Fixtures.negotiation("n");
        List<NegotiationEvent> events = List.of(NegotiationEvent.PAUSE, NegotiationEvent.RESUME);
        for (String cause : HostileContent.texts()) {
            negotiation = negotiation.on(events, Fixtures.OPENED_AT, cause);
        }
        for (String cause : HostileContent.blankTexts()) {
            negotiation = negotiation.on(events, Fixtures.OPENED_AT, cause);
        }
        Desk desk = new Desk(store);
        desk.mustRead(desk.open(negotiation), "a cause reads back as it was, whatever it says");
    }

    @Test
    default void identifiersAreTheirCharacters(NegotiationStore store) {
        Desk desk = new Desk(store);
        List<String> names = Stream.concat(HostileContent.lookAlikes().stream(), HostileContent.texts().stream())
                .filter(name -> name.chars().noneMatch(Character::isISOControl))
                .toList();
        List<Stored<NegotiationSnapshot>> opened = names.stream()
                .map(name -> desk.open(Fixtures.negotiation(name, new CampaignId(name), name)))
                .toList();
        for (Stored<NegotiationSnapshot> row : opened) {
            NegotiationId id = row.value().id();
            ThreadId thread = new ThreadId(id.value());
            OutboundMessage owed = Fixtures.outbound(id.value(), id);
            NegotiationChange step = Steps.context(row, "step", 1);
            store.commit(Commit.of(step).withMessages(List.of(), List.of(owed)));
            desk.mustRead(Desk.after(step), "negotiations are found by their id, character by character");
            Exactly.equal(Optional.of(Desk.after(step)), store.findByThread(thread), "and by their thread");
            Exactly.equal(List.of(owed), Desk.owed(store, id), "and the ids of messages are kept apart");
        }
        Exactly.equal(
                names,
                Picture.of(store).campaigns().stream()
                        .map(one -> one.id().value())
                        .toList(),
                "and campaigns are kept apart");
    }

    @Test
    default void instantsAreKeptToTheMicrosecond(NegotiationStore store) {
        Desk desk = new Desk(store);
        desk.register(Fixtures.CAMPAIGN.value());
        for (Instant at : HostileContent.instants()) {
            NegotiationSnapshot opened = Negotiation.open(
                            new NegotiationId(at.toString()), Fixtures.CAMPAIGN, null, Attributes.empty(), at)
                    .on(List.of(NegotiationEvent.SEND_OFFER), at, null)
                    .snapshot();
            var in = new InboundMessage(new MessageId("in"), opened.id(), at, Attributes.empty());
            var out = new OutboundMessage(new MessageId("out " + at), opened.id(), at, Attributes.empty());
            store.commit(Commit.of(NegotiationChange.opened(opened)).withMessages(List.of(in), List.of(out)));
            desk.mustRead(new Stored<>(opened, 1), "every instant of a negotiation is kept to the microsecond");
            Exactly.equal(List.of(in), store.handledBy(opened.id()), "and that of an inbound message");
            Exactly.equal(List.of(out), Desk.owed(store, opened.id()), "and that of an outbound message");
        }
    }

    private static Negotiation with(Attributes context, String id) {
        return Negotiation.open(new NegotiationId(id), Fixtures.CAMPAIGN, null, context, Fixtures.OPENED_AT);
    }
}
