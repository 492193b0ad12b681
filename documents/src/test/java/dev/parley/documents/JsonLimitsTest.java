package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.campaign.Platform;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reader holds the same limits: what is just inside is read, what is just outside is refused, and at once. */
class JsonLimitsTest {
    static Stream<Named<Consumer<String>>> readers() {
        return Stream.of(
                Named.of("stored attributes", value -> AttributesJson.read("x", "{\"k\":" + value + "}")),
                Named.of(
                        "attributes of people",
                        value -> AttributesJson.fromPlain(
                                JsonText.parseObject("x", "{\"k\":" + value + "}"), Dialect.PARLEY)),
                Named.of(
                        "attributes of others",
                        value -> AttributesJson.fromPlain(
                                JsonText.parseObject("x", "{\"k\":" + value + "}"), Dialect.PLAIN)),
                Named.of("influencers", value -> InfluencersJson.read("x", influencers("{\"k\":" + value + "}"))));
    }

    private static String influencers(String attributes) {
        return "[{\"name\":\"Zoë\",\"platform\":\"tiktok\",\"engagement_rate\":null,\"attributes\":" + attributes
                + "}]";
    }

    @ParameterizedTest
    @MethodSource("readers")
    void sixtyFourLevelsAreReadAndSixtyFiveAreNot(Consumer<String> reader) {
        reader.accept(lists(64));
        reader.accept(maps(64));
        assertTooLarge(() -> reader.accept(lists(65)));
        assertTooLarge(() -> reader.accept(maps(65)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void twoThousandLevelsAreRefused(Consumer<String> reader) {
        for (String hostile : List.of(lists(2_000), maps(2_000), "[".repeat(2_000), "{\"k\":".repeat(2_000))) {
            assertTooLarge(() -> reader.accept(hostile));
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aHundredDigitsAreReadAndOneMoreIsNot(Consumer<String> reader) {
        reader.accept("9".repeat(100));
        assertTooLarge(() -> reader.accept("9".repeat(101)));
        assertTooLarge(() -> reader.accept("-" + "9".repeat(101)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "-9", "0.9", "-0.0", "1e9", "1E-9", "1E+0"})
    void aMillionDigitsAreRefused(String number) {
        String hostile = number + number.substring(number.length() - 1).repeat(1_000_000);
        readers().forEach(reader -> assertTooLarge(() -> reader.getPayload().accept(hostile)));
        assertTooLarge(() -> JsonText.parse("x", hostile));
        assertTooLarge(() -> AttributesJson.read("x", "{\"k\":{\"$decimal\":\"" + hostile + "\"}}"));
        assertTooLarge(() -> AttributesJson.read("x", "{\"k\":{\"$future\":" + hostile + "}}"));
        assertTooLarge(() -> InfluencersJson.read("x", influencers("{}").replace("null", hostile)));
        assertTooLarge(() -> InfluencersJson.read("x", influencers("{}").replace("null", "\"" + hostile + "\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "1e1000000000", "-1E-1000000000", "1E+101", "1E99999999999999999999"})
    void anExponentOutOfRangeIsRefused(String number) {
        readers().forEach(reader -> assertTooLarge(() -> reader.getPayload().accept(number)));
        assertTooLarge(() -> AttributesJson.read("x", "{\"k\":{\"$decimal\":\"" + number + "\"}}"));
        assertTooLarge(() -> InfluencersJson.read("x", influencers("{}").replace("null", "\"" + number + "\"")));
    }

    @Test
    void aDocumentOfExactlyOneMebibyteIsReadAndOneByteMoreIsNot() {
        for (String character : List.of("a", "é", "語", "🎥", "\\\"", "\\u0001")) {
            int bytes = character.getBytes(StandardCharsets.UTF_8).length;
            int room = Attributes.MAX_BYTES - "{\"k\":\"\"}".length();
            String most = "{\"k\":\"" + "a".repeat(room % bytes) + character.repeat(room / bytes) + "\"}";

            assertEquals(Attributes.MAX_BYTES, AttributesJson.read("x", most).encodedSize());
            assertEquals(most, AttributesJson.write(AttributesJson.read("x", most)));
            assertTooLarge(() -> AttributesJson.read("x", most.replace("{\"k\"", "{\"kk\"")));
        }
    }

    @Test
    void aKeyMayTakeAllTheRoomThereIs() {
        for (int length : new int[] {50_000, 50_001, Attributes.MAX_BYTES - "{\"\":1}".length()}) {
            Attributes attributes = Attributes.of(Map.of("k".repeat(length), 1));
            assertEquals(attributes, AttributesJson.read("x", AttributesJson.write(attributes)));
        }
    }

    @Test
    void aDocumentMayConsistOfTheShortestValues() {
        Object deep = List.of();
        for (int level = 1; level < Attributes.MAX_DEPTH - 1; level++) {
            deep = List.of(deep);
        }
        Attributes attributes = Attributes.of(Map.of("k", Collections.nCopies(8_200, deep)));

        assertEquals(attributes, AttributesJson.read("x", AttributesJson.write(attributes)));
    }

    @Test
    void asManyInfluencersAsACampaignMayHaveAreReadBack() {
        List<Object> dense = Collections.nCopies(104, List.of());
        List<Influencer> plain = Collections.nCopies(
                Campaign.MAX_INFLUENCERS, new Influencer("a", Platform.TIKTOK, null, Attributes.empty()));
        List<Influencer> many = Collections.nCopies(
                Attributes.MAX_BYTES / 320,
                new Influencer("a", Platform.TIKTOK, null, Attributes.of(Map.of("k", dense))));

        assertEquals(plain, InfluencersJson.read("x", InfluencersJson.write(plain)));
        assertEquals(many, InfluencersJson.read("x", InfluencersJson.write(many)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{\"k\":[{\"é\":1,\"\\u00e9\":2}]}",
                "{\"k\":{\"$decimal\":\"1\",\"$decimal\":\"1\"}}",
                "{\"k\":{\"$$a\":1,\"\\u0024$a\":1}}",
                "{\"\":1,\"\":2}"
            })
    void aKeyThatStandsTwiceIsRefused(String text) {
        assertThrows(InvalidValueException.class, () -> JsonText.parse("x", text));
        assertThrows(InvalidValueException.class, () -> AttributesJson.read("x", text));
        assertThrows(InvalidValueException.class, () -> InfluencersJson.read("x", influencers(text)));
    }

    @Test
    void whatIsRefusedIsNamedAndNeverQuoted() {
        for (String text : Arrays.asList("{\"secret\":{\"$decimal\":\"hidden\"}}", "{\"secret\":[hidden]}")) {
            InvalidValueException refused =
                    assertThrows(InvalidValueException.class, () -> AttributesJson.read("context", text));
            Assertions.assertFalse(refused.getMessage().contains("hidden"), refused.getMessage());
        }
    }

    private static String lists(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static String maps(int levels) {
        return "{\"k\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static void assertTooLarge(Runnable reading) {
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThrows(ValueTooLargeException.class, reading::run));
    }
}
