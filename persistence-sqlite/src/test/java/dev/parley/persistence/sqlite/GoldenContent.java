package dev.parley.persistence.sqlite;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmAgreement.Origin;
import dev.parley.domain.campaign.CpmRange;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.DeliveryChange;
import dev.parley.domain.port.NamedStep;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.Steps;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something of everything that a store can hold, the same each time. What is added here for a later version stands in
 * the golden database of that version alone; those of released versions are never written again.
 */
final class GoldenContent {
    /** The names of the steps that were committed. */
    static final List<String> STEPS = List.of("open", "answer '1'; --", "結果 🇩🇪");

    /** The negotiation with messages and steps. */
    static final NegotiationId BUSY = new NegotiationId("busy");

    /** The negotiation whose row cannot be read. */
    static final NegotiationId DAMAGED = new NegotiationId("damaged");

    private static final Instant NOW = Fixtures.OPENED_AT.plusSeconds(3600);

    private static final List<String> TEXTS = List.of(
            "",
            "\u0000",
            "a\u0000b",
            "line\nbreak\r\n\ttab",
            "\u0001\u0008\u001f\u007f\u0085\u2028",
            "quotes \" ' ` \\ \\u0041 \\n /",
            "'; DROP TABLE parley_negotiations; --",
            "?1 :name @x $y %s %d {} ${HOME}",
            "👩🏽‍🚀 🇩🇪 \uD83D\uDE00",
            "שלום مرحبا \u202e",
            "e\u0301 is not \u00e9",
            "\ufeff\ufffe\uffff\ufffd",
            " leading and trailing ",
            "{\"$decimal\":\"25.50\"}",
            "2025-03-01T09:30:00Z");

    private GoldenContent() {}

    /**
     * Fills an empty store.
     *
     * @param shell damages the row that is in quarantine
     */
    static void fill(NegotiationStore store, Sql shell) throws SQLException {
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        store.commit(Commit.of(campaignWithEverything()));
        states(store);
        pauses(store);
        hostileContent(store);
        longHistory(store);
        farAway(store);
        messages(store);
        damage(store, shell);
    }

    private static CampaignSnapshot campaignWithEverything() {
        CampaignId id = new CampaignId("herbst '25 🍂");
        Influencer known = new Influencer(
                "Ada\nLovelace", Platform.TIKTOK, new EngagementRate(new BigDecimal("5.01")), everyType());
        Influencer unknown = new Influencer("結果", new Platform("from_elsewhere"), null, Attributes.empty());
        Campaign campaign = new Campaign(
                id,
                "O'Brien & Söhne",
                new BigDecimal("12345678901234567890.10"),
                "one \"reel\"; two stories",
                List.of(known, unknown),
                new CpmRange(Fixtures.cpm("0.00"), Fixtures.cpm("1E+3")),
                Platform.YOUTUBE,
                "\u0000 \u2028",
                Instant.parse("0001-01-01T00:00:00.000001Z"),
                everyType());
        List<CpmAgreement> imported = List.of(
                new CpmAgreement(id, new Origin.Imported(0), Fixtures.cpm("25.50"), null, null),
                new CpmAgreement(
                        id,
                        new Origin.Imported(7),
                        Fixtures.cpm("25.500"),
                        new EngagementRate(new BigDecimal("3.00")),
                        Long.MAX_VALUE));
        return new CampaignSnapshot(
                campaign,
                new CpmTrackerSnapshot(id, new CpmRange(Fixtures.cpm("10"), Fixtures.cpm("20.0")), 2, imported));
    }

    private static Attributes everyType() {
        Map<String, @Nullable Object> nested = new LinkedHashMap<>();
        nested.put("z", List.of());
        nested.put("a", Map.of());
        nested.put("", Arrays.asList(null, "", List.of(List.of(BigInteger.ONE))));
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("text", "said");
        all.put("whole", new BigInteger("-" + "9".repeat(100)));
        all.put("decimal", new BigDecimal("25.50"));
        all.put("small", new BigDecimal("1E-100"));
        all.put("large", new BigDecimal("0E+3"));
        all.put("flag", false);
        all.put("nothing", null);
        all.put("$decimal", nested);
        return Attributes.of(all);
    }

    private static void states(NegotiationStore store) {
        for (NegotiationState state : NegotiationState.values()) {
            NegotiationSnapshot snapshot =
                    Fixtures.negotiation("in " + state.code(), state).snapshot();
            boolean booked = state == NegotiationState.AGREED;
            store.commit(Commit.of(NegotiationChange.opened(snapshot))
                    .withAgreements(booked ? List.of(Fixtures.agreement(snapshot, "25.50")) : List.of()));
        }
        store.commit(Commit.of(
                NegotiationChange.opened(Fixtures.negotiation("without its agreement", NegotiationState.AGREED)
                        .snapshot())));
    }

    private static void pauses(NegotiationStore store) {
        for (NegotiationState state : NegotiationState.values()) {
            if (!state.isTerminal() && state != NegotiationState.PAUSED) {
                open(store, "paused in " + state.code(), state, NegotiationEvent.PAUSE);
                open(store, "resumed in " + state.code(), state, NegotiationEvent.PAUSE, NegotiationEvent.RESUME);
                open(store, "stopped paused in " + state.code(), state, NegotiationEvent.PAUSE, NegotiationEvent.STOP);
            }
        }
        Stored<NegotiationSnapshot> waiting = store.find(new NegotiationId("in " + NegotiationState.AWAITING_REPLY))
                .orElseThrow();
        store.commit(Commit.of(Steps.replyDue(waiting, NOW.plusNanos(1_000))));
        Stored<NegotiationSnapshot> paused = store.find(
                        new NegotiationId("resumed in " + NegotiationState.COUNTER_SENT))
                .orElseThrow();
        store.commit(Commit.of(Steps.replyDue(paused, NOW)));
        store.commit(Commit.of(Steps.events(store.find(paused.value().id()).orElseThrow(), NegotiationEvent.PAUSE)));
    }

    private static void open(NegotiationStore store, String id, NegotiationState state, NegotiationEvent... events) {
        NegotiationSnapshot opened =
                Fixtures.negotiation(id, state).on(List.of(events), NOW, null).snapshot();
        store.commit(Commit.of(NegotiationChange.opened(opened)));
    }

    private static void hostileContent(NegotiationStore store) {
        Negotiation negotiation = Negotiation.open(
                new NegotiationId("'; -- \" 結果 🇩🇪"),
                new CampaignId("herbst '25 🍂"),
                new ThreadId("<thread's \"id\"@example.org>"),
                everyType(),
                Instant.parse("0001-01-01T00:00:00Z"));
        List<HistoryEntry> undated = Fixtures.negotiation("x", NegotiationState.AWAITING_REPLY)
                .snapshot()
                .history();
        NegotiationSnapshot opened = negotiation.snapshot();
        store.commit(Commit.of(NegotiationChange.opened(new NegotiationSnapshot(
                opened.id(),
                opened.campaignId(),
                opened.threadId(),
                NegotiationState.AWAITING_REPLY,
                Integer.MAX_VALUE,
                null,
                opened.context(),
                List.of(new HistoryEntry(1, undated.get(0).transition(), null, null)),
                opened.createdAt(),
                opened.updatedAt()))));
        for (int i = 0; i < TEXTS.size(); i++) {
            Stored<NegotiationSnapshot> before = store.find(opened.id()).orElseThrow();
            NegotiationEvent event = i % 2 == 0 ? NegotiationEvent.RECEIVE_REPLY : NegotiationEvent.SEND_COUNTER;
            NegotiationSnapshot after = Negotiation.restore(before.value())
                    .on(List.of(event), NOW, TEXTS.get(i))
                    .withContext(List.of(), Attributes.of(Map.of("key " + TEXTS.get(i), TEXTS)), NOW)
                    .snapshot();
            store.commit(Commit.of(NegotiationChange.changed(
                    before,
                    new NegotiationSnapshot(
                            after.id(),
                            after.campaignId(),
                            after.threadId(),
                            after.state(),
                            i,
                            null,
                            after.context(),
                            after.history(),
                            after.createdAt(),
                            after.updatedAt()))));
        }
    }

    private static void longHistory(NegotiationStore store) {
        open(store, "long", NegotiationState.COUNTER_SENT, Stock.heldAndReleased());
        for (int i = 0; i < 2; i++) {
            Stored<NegotiationSnapshot> before =
                    store.find(new NegotiationId("long")).orElseThrow();
            store.commit(Commit.of(Steps.events(before, Stock.heldAndReleased())));
        }
    }

    private static void farAway(NegotiationStore store) {
        Instant last = Instant.parse("9999-12-31T23:59:59.999999Z");
        Negotiation negotiation =
                Negotiation.open(new NegotiationId("far away"), Fixtures.CAMPAIGN, null, Attributes.empty(), last);
        store.commit(Commit.of(NegotiationChange.opened(
                negotiation.on(List.of(NegotiationEvent.STOP), last, null).snapshot())));
    }

    private static void messages(NegotiationStore store) {
        NegotiationSnapshot opened =
                Fixtures.negotiation(BUSY.value(), Fixtures.CAMPAIGN, null).snapshot();
        List<OutboundMessage> owed = new ArrayList<>();
        for (String name : List.of(
                "sent",
                "plainly sent",
                "given up",
                "failed",
                "unconfirmed",
                "asked about",
                "sending",
                "deferred",
                "pending")) {
            owed.add(new OutboundMessage(new MessageId(name), BUSY, Fixtures.OPENED_AT, everyType()));
        }
        store.commit(Commit.of(NegotiationChange.opened(opened))
                .withMessages(List.of(), owed)
                .named(step(0)));
        OwedMessage sending = OwedMessage.of(owed.get(0)).claimed(NOW, NOW.plusSeconds(60));
        Receipt receipt = new Receipt(new MessageId("<provider's id>"), new ThreadId("thread of busy"));
        deliver(store, owed, 0, sending(owed, 0).sent(NOW, receipt));
        deliver(store, owed, 1, sending(owed, 1).sent(NOW, Receipt.plain()));
        deliver(store, owed, 2, OwedMessage.of(owed.get(2)).givenUp(NOW));
        deliver(store, owed, 3, sending(owed, 3).failed(NOW, "no such mailbox 'ä'"));
        deliver(store, owed, 4, sending(owed, 4).unconfirmed(NOW, null, "no answer"));
        deliver(store, owed, 5, sending(owed, 5).unconfirmed(NOW, NOW.plusSeconds(5), null));
        deliver(store, owed, 6, sending);
        deliver(store, owed, 7, sending(owed, 7).deferred(NOW, NOW.plusSeconds(30), "busy"));
        Stored<NegotiationSnapshot> before = store.find(BUSY).orElseThrow();
        store.commit(Commit.of(Steps.bound(before, "thread of busy"))
                .withMessages(List.of(Fixtures.inbound("in \" 1", BUSY), Fixtures.inbound("in 2", BUSY)), List.of())
                .named(step(1)));
        store.commit(Commit.of(Steps.context(store.find(BUSY).orElseThrow(), "note", "x"))
                .named(step(2)));
    }

    private static OwedMessage sending(List<OutboundMessage> owed, int index) {
        return OwedMessage.of(owed.get(index)).claimed(NOW, NOW.plusSeconds(60));
    }

    private static void deliver(NegotiationStore store, List<OutboundMessage> owed, int index, OwedMessage after) {
        OwedMessage before = OwedMessage.of(owed.get(index));
        OwedMessage further = new OwedMessage(before.message(), after.delivery());
        store.commit(Commit.of(DeliveryChange.of(before, further)));
    }

    private static NamedStep step(int index) {
        return new NamedStep(new IdempotencyKey(STEPS.get(index)), "sha-256 of " + index);
    }

    private static void damage(NegotiationStore store, Sql shell) throws SQLException {
        open(store, DAMAGED.value(), NegotiationState.ESCALATED);
        shell.run("UPDATE parley_negotiations SET round_count = 99, context = CAST(x'7b22ff' AS TEXT)"
                + " WHERE negotiation_id = '" + DAMAGED.value() + "'");
        try {
            store.find(DAMAGED);
        } catch (UnreadableException damaged) {
            store.quarantine(damaged.row(), NOW);
        }
    }
}
