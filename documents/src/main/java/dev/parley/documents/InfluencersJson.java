package dev.parley.documents;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A campaign's influencers as JSON text, without loss. Thread-safe. */
public final class InfluencersJson {
    private static final String NAME = "name";
    private static final String PLATFORM = "platform";
    private static final String ENGAGEMENT_RATE = "engagement_rate";
    private static final String ATTRIBUTES = "attributes";

    private InfluencersJson() {}

    /** Writes influencers as a compact JSON array. */
    public static String write(List<Influencer> influencers) {
        List<Map<String, @Nullable Object>> plain = new ArrayList<>();
        for (Influencer influencer : influencers) {
            EngagementRate rate = influencer.engagementRate();
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            object.put(NAME, influencer.name());
            object.put(PLATFORM, influencer.platform().code());
            object.put(ENGAGEMENT_RATE, rate == null ? null : rate.percent().toString());
            object.put(ATTRIBUTES, influencer.attributes());
            plain.add(object);
        }
        return JsonText.write(plain);
    }

    /**
     * Reads what {@link #write} wrote, in this version or a newer one, as {@link AttributesJson#read} does.
     *
     * @param subject the name of the text, for the error
     * @throws dev.parley.domain.value.InvalidValueException if it is something else
     */
    public static List<Influencer> read(String subject, String text) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        plain.put(subject, JsonText.parseStored(subject, text));
        return JsonObject.of("", plain).objects(subject).stream()
                .map(object -> influencer(
                        object, AttributesJson.fromPlain(object.object(ATTRIBUTES), Dialect.PARLEY), Dialect.PARLEY))
                .toList();
    }

    /** An influencer as everybody writes one: what is not known by name goes into the attributes. */
    static Influencer flat(JsonObject object, Dialect dialect) {
        JsonObject rest = object.without(List.of(NAME, PLATFORM, ENGAGEMENT_RATE));
        return object.named(() -> influencer(object, AttributesJson.fromPlain(rest, dialect), dialect));
    }

    private static Influencer influencer(JsonObject object, Attributes attributes, Dialect dialect) {
        return new Influencer(
                object.text(NAME),
                new Platform(object.text(PLATFORM)),
                CampaignJson.engagementRate(object, dialect),
                attributes);
    }
}
