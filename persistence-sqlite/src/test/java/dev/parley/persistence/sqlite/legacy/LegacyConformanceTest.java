package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.documents.Dialect;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.CpmTrackerSnapshot;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.CampaignId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationChange;
import dev.parley.domain.port.Stored;
import dev.parley.persistence.sqlite.legacy.LegacyDatabase.Report;
import dev.parley.testkit.InMemoryNegotiationStore;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A database of the Python system, imported whole: every row reads back as its expectation says, and goes on. */
class LegacyConformanceTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private final InMemoryNegotiationStore store = new InMemoryNegotiationStore();
    private JsonObject expected;
    private Report report;

    @BeforeEach
    void importAll() throws Exception {
        try (InputStream in = getClass().getResourceAsStream("/conformance/legacy-expected.json")) {
            expected = JsonText.parseObject("expected", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        report = LegacyDatabase.read(file()).importInto(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    static Path file() throws Exception {
        URI resource = LegacyConformanceTest.class
                .getResource("/conformance/legacy.db")
                .toURI();
        return Path.of(resource);
    }

    @Test
    void everythingIsImportedWithoutAFinding() {
        assertEquals(new Report(6, 240, 0, List.of()), report);
    }

    @Test
    void negotiationsReadBackAsExpected() {
        assertAll(expected.objects("negotiations").stream().map(this::readsBack));
    }

    private Executable readsBack(JsonObject row) {
        return () -> {
            String thread = row.text("thread_id");
            Negotiation negotiation = Negotiation.restore(find(thread).value());
            assertEquals(1, find(thread).revision(), thread);
            assertEquals(Optional.of(new ThreadId(thread)), negotiation.threadId(), thread);
            assertEquals(new CampaignId(row.text("campaign_id")), negotiation.campaignId(), thread);
            assertEquals(row.text("state"), negotiation.state().code(), thread);
            assertEquals(row.required("terminal"), negotiation.isTerminal(), thread);
            assertEquals(
                    Optional.ofNullable(row.optionalText("pre_pause_state")),
                    negotiation.prePauseState().map(NegotiationState::code),
                    thread);
            assertEquals(row.integer("round_count"), negotiation.roundCount(), thread);
            assertEquals(text(row, "next_cpm"), negotiation.context().get("next_cpm"), thread);
            assertEquals(text(row, "influencer_name"), negotiation.context().get("influencer_name"), thread);
            assertEquals(
                    row.array("history"),
                    negotiation.history().stream()
                            .map(LegacyConformanceTest::asWritten)
                            .toList(),
                    thread);
        };
    }

    private static Optional<AttributeValue> text(JsonObject row, String name) {
        return Optional.of(new AttributeValue.Text(row.text(name)));
    }

    private static List<String> asWritten(HistoryEntry entry) {
        assertNull(entry.at());
        assertNull(entry.cause());
        return List.of(
                entry.transition().from().code(),
                entry.transition().event().code(),
                entry.transition().to().code());
    }

    @Test
    void campaignsReadBackAsExpected() {
        for (JsonObject campaign : expected.objects("campaigns")) {
            CampaignId id = new CampaignId(campaign.text("campaign_id"));
            CampaignSnapshot imported = store.findCampaign(id).orElseThrow();
            assertEquals(campaign.text("client_name"), imported.campaign().clientName());
            assertEquals(
                    campaign.decimal("budget", Dialect.PLAIN),
                    imported.campaign().budget());
            assertTrackerEquals(campaign.object("tracker"), imported.tracker());
        }
    }

    private static void assertTrackerEquals(JsonObject tracker, CpmTrackerSnapshot imported) {
        assertEquals(tracker.text("campaign_id"), imported.campaignId().value());
        assertEquals(
                tracker.decimal("target_min_cpm", Dialect.PLAIN),
                imported.target().min().amount());
        assertEquals(
                tracker.decimal("target_max_cpm", Dialect.PLAIN),
                imported.target().max().amount());
        assertEquals(tracker.integer("total_influencers"), imported.totalInfluencers());
        List<JsonObject> agreements = tracker.objects("agreements");
        assertEquals(agreements.size(), imported.agreements().size());
        for (int i = 0; i < agreements.size(); i++) {
            CpmAgreement agreement = imported.agreements().get(i);
            assertEquals(new CpmAgreement.Origin.Imported(i), agreement.origin());
            assertEquals(new Cpm(agreements.get(i).decimal("cpm", Dialect.PLAIN)), agreement.cpm());
            assertEquals(
                    Optional.ofNullable(agreements.get(i).optionalDecimal("engagement_rate", Dialect.PLAIN)),
                    Optional.ofNullable(agreement.engagementRate()).map(EngagementRate::percent));
            assertNull(agreement.impressions());
        }
    }

    @Test
    void furtherStructureOfACampaignIsKept() {
        CampaignSnapshot campaign =
                store.findCampaign(new CampaignId("camp-7-0")).orElseThrow();
        AttributeValue.Fields rights = (AttributeValue.Fields)
                campaign.campaign().attributes().get("usage_rights").orElseThrow();
        AttributeValue.Fields target =
                (AttributeValue.Fields) rights.attributes().get("target").orElseThrow();
        assertEquals(
                Optional.of(new AttributeValue.Text("days_90")),
                target.attributes().get("paid_usage"));
        assertEquals(
                Optional.of(AttributeValue.Null.NULL),
                campaign.campaign().attributes().get("goals"));
    }

    @Test
    void timesAreKept() {
        Instant written = Instant.parse("2026-11-22T14:12:26Z");
        assertEquals(written, find("t-7-0-0").value().createdAt());
        assertEquals(written, find("t-7-0-0").value().updatedAt());
    }

    @Test
    void everyNegotiationCanBeCarriedOn() {
        for (JsonObject row : expected.objects("negotiations")) {
            Stored<NegotiationSnapshot> before = find(row.text("thread_id"));
            Negotiation negotiation = Negotiation.restore(before.value());
            for (NegotiationEvent event : negotiation.validEvents()) {
                Negotiation next = negotiation.on(List.of(event), NOW, "carried on");
                if (event == NegotiationEvent.RESUME) {
                    assertEquals(row.text("pre_pause_state"), next.state().code(), row.text("thread_id"));
                }
            }
            negotiation.validEvents().stream()
                    .findFirst()
                    .map(event -> negotiation.on(List.of(event), NOW, null))
                    .ifPresent(next -> store.commit(Commit.of(NegotiationChange.changed(before, next.snapshot()))));
        }
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        Stored<NegotiationSnapshot> before = find("t-7-0-1");
        Negotiation resumed = Negotiation.restore(before.value()).on(List.of(NegotiationEvent.RESUME), NOW, null);
        store.commit(Commit.of(NegotiationChange.changed(before, resumed.snapshot())));

        Report second = LegacyDatabase.read(file()).importInto(store);

        assertEquals(new Report(0, 0, 240, List.of()), second);
        assertEquals(new Stored<>(resumed.snapshot(), 2), find("t-7-0-1"));
        assertEquals(1, find("t-7-0-0").revision());
    }

    private Stored<NegotiationSnapshot> find(String thread) {
        return store.find(new NegotiationId(thread)).orElseThrow();
    }
}
