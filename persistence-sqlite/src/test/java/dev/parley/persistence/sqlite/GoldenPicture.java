package dev.parley.persistence.sqlite;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.campaign.CpmAgreement;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.HistoryEntry;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that can be read from a store, one value a line, as text that shows every difference. */
final class GoldenPicture {
    private static final PageRequest ALL = PageRequest.first(1_000);

    private final SqliteNegotiationStore store;
    private final List<String> lines = new ArrayList<>();

    private GoldenPicture(SqliteNegotiationStore store) {
        this.store = store;
    }

    static List<String> of(SqliteNegotiationStore store) {
        GoldenPicture picture = new GoldenPicture(store);
        Page<CampaignSnapshot> campaigns = store.campaigns(ALL);
        campaigns.rows().forEach(picture::campaign);
        Page<Stored<NegotiationSnapshot>> negotiations = store.negotiations(NegotiationFilter.all(), ALL);
        negotiations.rows().forEach(picture::negotiation);
        Stream.of(campaigns, negotiations)
                .flatMap(page -> page.unreadable().stream())
                .forEach(row -> picture.line("unreadable", row));
        for (String name : GoldenContent.STEPS) {
            store.findStep(GoldenContent.BUSY, new IdempotencyKey(name)).ifPresent(picture::step);
        }
        store.quarantined(ALL).rows().forEach(picture::quarantined);
        return picture.lines;
    }

    private void campaign(CampaignSnapshot snapshot) {
        var campaign = snapshot.campaign();
        line(
                "campaign",
                campaign.id(),
                campaign.clientName(),
                campaign.budget(),
                campaign.targetDeliverables(),
                campaign.cpmRange().min().amount(),
                campaign.cpmRange().max().amount(),
                campaign.platform().code(),
                campaign.timeline(),
                campaign.createdAt(),
                json(campaign.attributes()),
                snapshot.tracker().target().min().amount(),
                snapshot.tracker().target().max().amount(),
                snapshot.tracker().totalInfluencers());
        for (Influencer influencer : campaign.influencers()) {
            line(
                    "influencer",
                    influencer.name(),
                    influencer.platform().code(),
                    influencer.engagementRate() == null
                            ? null
                            : influencer.engagementRate().percent(),
                    json(influencer.attributes()));
        }
        for (CpmAgreement agreement : snapshot.tracker().agreements()) {
            line(
                    "agreement",
                    agreement.origin(),
                    agreement.cpm().amount(),
                    agreement.engagementRate() == null
                            ? null
                            : agreement.engagementRate().percent(),
                    agreement.impressions());
        }
    }

    private void negotiation(Stored<NegotiationSnapshot> stored) {
        NegotiationSnapshot value = stored.value();
        line(
                "negotiation",
                value.id(),
                stored.revision(),
                value.campaignId(),
                value.threadId(),
                value.state(),
                value.roundCount(),
                value.replyDueAt(),
                json(value.context()),
                value.createdAt(),
                value.updatedAt());
        for (HistoryEntry entry : value.history()) {
            line(
                    "transition",
                    entry.sequence(),
                    entry.transition().from(),
                    entry.transition().event(),
                    entry.transition().to(),
                    entry.at(),
                    entry.cause());
        }
        for (InboundMessage message : store.handledBy(value.id())) {
            line("handled", message.id(), message.receivedAt(), json(message.content()));
        }
        for (OwedMessage message : store.owedBy(value.id())) {
            Delivery delivery = message.delivery();
            line(
                    "owed",
                    message.id(),
                    message.message().owedSince(),
                    json(message.message().content()),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.since(),
                    delivery.dueAt(),
                    delivery.receipt() == null ? null : delivery.receipt().providerMessageId(),
                    delivery.receipt() == null ? null : delivery.receipt().threadId(),
                    delivery.problem());
        }
    }

    private void step(RecordedStep recorded) {
        line(
                "step",
                recorded.step().key(),
                recorded.step().fingerprint(),
                recorded.revision(),
                recorded.state(),
                recorded.at());
    }

    /** But for the copy, which is taken anew when the tables get another shape. */
    private void quarantined(QuarantinedRow kept) {
        line("quarantined", kept.number(), kept.row(), kept.since());
    }

    private static String json(Attributes attributes) {
        return AttributesJson.write(attributes);
    }

    /** So that no editor shows two texts as one. */
    private static String ascii(String json) {
        return json.chars()
                .mapToObj(character ->
                        character < 127 ? String.valueOf((char) character) : "\\u%04x".formatted(character))
                .collect(Collectors.joining());
    }

    private void line(String kind, @Nullable Object... values) {
        List<@Nullable Object> texts = new ArrayList<>();
        for (Object value : values) {
            texts.add(value == null ? null : value.toString());
        }
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put(kind, texts);
        lines.add(ascii(JsonText.write(line)));
    }
}
