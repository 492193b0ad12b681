package dev.parley.documents.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.CampaignJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.HistoryJson;
import dev.parley.documents.InfluencersJson;
import dev.parley.documents.InstantText;
import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.negotiation.HistoryEntry;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every public reader of documents, and what must hold of what it has read. */
final class Targets {
    static final List<Target> ALL = List.of(
            new Target("any JSON", text -> survives(JsonText.parse("x", text))),
            new Target("stored attributes", text -> survives(AttributesJson.read("x", text))),
            new Target("attributes of people", text -> survives(attributes(text, Dialect.PARLEY))),
            new Target("attributes of others", text -> survives(attributes(text, Dialect.PLAIN))),
            new Target(
                    "stored histories",
                    text -> survives(HistoryJson.read("x", List.of(text)).toArray(HistoryEntry[]::new))),
            new Target("stored influencers", text -> survives(InfluencersJson.read("x", text))),
            new Target("campaigns of people", text -> survives(campaign(text, Dialect.PARLEY))),
            new Target("campaigns of others", text -> survives(campaign(text, Dialect.PLAIN))),
            new Target("instants", text -> survives(InstantText.parse("x", text))));

    private Targets() {}

    private static Attributes attributes(String text, Dialect dialect) {
        return AttributesJson.fromPlain(JsonText.parseObject("x", text), dialect);
    }

    private static Campaign campaign(String text, Dialect dialect) {
        return CampaignJson.read(JsonText.parseObject("x", text), dialect);
    }

    private static void survives(@Nullable Object plain) {
        assertEquals(comparable(plain), comparable(JsonText.parse("x", JsonText.write(plain))));
    }

    private static void survives(Attributes attributes) {
        String written = AttributesJson.write(attributes);
        Attributes again = AttributesJson.read("x", written);
        assertEquals(attributes, again);
        assertEquals(written, AttributesJson.write(again), "the order of keys");
        assertEquals(attributes.encodedSize(), written.getBytes(StandardCharsets.UTF_8).length);
    }

    private static void survives(HistoryEntry[] history) {
        List<HistoryEntry> entries = List.of(history);
        assertEquals(entries, HistoryJson.read("x", List.of(HistoryJson.write(entries))));
    }

    private static void survives(List<Influencer> influencers) {
        assertEquals(influencers, InfluencersJson.read("x", InfluencersJson.write(influencers)));
    }

    private static void survives(Campaign campaign) {
        survives(campaign.influencers());
        survives(campaign.attributes());
        survives(campaign.createdAt());
    }

    private static void survives(Instant instant) {
        assertEquals(instant, InstantText.parse("x", InstantText.write(instant)));
        assertEquals(instant, InstantText.parse("x", InstantText.writeSortable(instant)));
    }

    /** In plain JSON {@code 1e1} is written {@code 10}, the same number of the same scale in another Java type. */
    private static @Nullable Object comparable(@Nullable Object plain) {
        if (plain instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> comparable = new LinkedHashMap<>();
            map.forEach((key, value) -> comparable.put(key, comparable(value)));
            return comparable;
        }
        if (plain instanceof List<?> list) {
            List<@Nullable Object> comparable = new ArrayList<>();
            list.forEach(item -> comparable.add(comparable(item)));
            return comparable;
        }
        return plain instanceof BigDecimal decimal && decimal.scale() == 0 ? decimal.toBigIntegerExact() : plain;
    }
}
