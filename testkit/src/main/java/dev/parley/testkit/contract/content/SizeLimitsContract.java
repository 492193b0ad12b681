package dev.parley.testkit.contract.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import dev.parley.domain.value.Text;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import dev.parley.testkit.desk.Desk;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.picture.Exactly;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the domain still allows, a store still keeps. */
public interface SizeLimitsContract extends StoreFactory {
    @Test
    default void aContextOfExactlyTheLimitIsKept(NegotiationStore store) {
        Desk desk = new Desk(store);
        int room = Attributes.MAX_BYTES - 8; // {"k":""}
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("one byte each", "a".repeat(room));
        texts.put("two bytes each", "é".repeat(room / 2));
        texts.put("three bytes each, and the rest", "語".repeat(room / 3) + "a".repeat(room % 3));
        texts.put("four bytes each", "😀".repeat(room / 4));
        texts.put("an escape each", "\"".repeat(room / 2));
        texts.put("a long escape each, and the rest", "\u0000".repeat(room / 6) + "a".repeat(room % 6));
        texts.forEach((name, text) -> {
            Attributes context = Attributes.empty().with("k", text);
            assertEquals(Attributes.MAX_BYTES, context.encodedSize(), name);
            Stored<NegotiationSnapshot> opened = desk.open(with(context, name));
            desk.mustRead(opened, "a context of exactly one mebibyte is kept: " + name);
        });
    }

    @Test
    default void aContextOfManyKeysIsKept(NegotiationStore store) {
        Desk desk = new Desk(store);
        Map<String, Integer> plain = new LinkedHashMap<>();
        for (int i = 10_000; i > 0; i--) {
            plain.put("key " + i, i);
        }
        desk.mustRead(desk.open(with(Attributes.of(plain), "n")), "a context of 10,000 keys is kept in order");
    }

    @Test
    default void theDeepestContextIsKept(NegotiationStore store) {
        Desk desk = new Desk(store);
        Object lists = "the end";
        Object maps = "the end";
        Object both = "the end";
        for (int depth = 0; depth < Attributes.MAX_DEPTH; depth++) {
            lists = List.of(lists);
            maps = Map.of("$", maps);
            both = depth % 2 == 0 ? List.of(both) : Map.of("k", both);
        }
        Attributes context =
                Attributes.empty().with("lists", lists).with("maps", maps).with("both", both);
        assertEquals(Attributes.MAX_DEPTH, context.depth());
        desk.mustRead(desk.open(with(context, "n")), "a context of 64 levels is kept");
    }

    @Test
    default void theLongestIdentifiersAreKept(NegotiationStore store) {
        Desk desk = new Desk(store);
        for (String letter : List.of("a", "語", "😀")) {
            String longest = letter.repeat(998 / letter.length());
            Negotiation negotiation = Fixtures.negotiation(longest, new CampaignId(longest), longest);
            Stored<NegotiationSnapshot> opened = desk.open(negotiation);
            NegotiationId id = negotiation.id();
            var in = new InboundMessage(new MessageId(longest), id, Fixtures.OPENED_AT, Attributes.empty());
            var out = new OutboundMessage(new MessageId(longest), id, Fixtures.OPENED_AT, Attributes.empty());
            NegotiationChange step = Steps.context(opened, "step", 1);
            store.commit(Commit.of(step).withMessages(List.of(in), List.of(out)).named(Fixtures.step(longest)));
            desk.mustRead(Desk.after(step), "identifiers of 998 characters are kept");
            Exactly.equal(Optional.of(Desk.after(step)), store.findByThread(new ThreadId(longest)), "so is the thread");
            Exactly.equal(List.of(in), store.handledBy(id), "so is the id of an inbound message");
            Exactly.equal(List.of(out), Desk.owed(store, id), "so is the id of an outbound message");
            Exactly.equal(
                    Fixtures.campaign(negotiation.campaignId()),
                    desk.readCampaign(negotiation.campaignId()),
                    "so is the campaign");
        }
    }

    @Test
    default void theLongestCauseIsKept(NegotiationStore store) {
        Desk desk = new Desk(store);
        Negotiation negotiation = Fixtures.negotiation("n")
                .on(List.of(NegotiationEvent.SEND_OFFER), Fixtures.OPENED_AT, "語".repeat(Text.MAX_LENGTH));
        desk.mustRead(desk.open(negotiation), "a cause of 1,048,576 characters is kept");
    }

    @Test
    default void theHighestRoundCountIsKept(NegotiationStore store) {
        NegotiationSnapshot opened = Fixtures.negotiation("n").snapshot();
        NegotiationSnapshot rounds = new NegotiationSnapshot(
                opened.id(),
                opened.campaignId(),
                null,
                opened.state(),
                Integer.MAX_VALUE,
                null,
                opened.context(),
                List.of(),
                opened.createdAt(),
                opened.updatedAt());
        Desk desk = new Desk(store);
        desk.mustRead(
                desk.open(Negotiation.restore(rounds)),
                "a round count is the caller's, however many counter offers the history shows");
    }

    private static Negotiation with(Attributes context, String id) {
        return Negotiation.open(new NegotiationId(id), Fixtures.CAMPAIGN, null, context, Fixtures.OPENED_AT);
    }
}
