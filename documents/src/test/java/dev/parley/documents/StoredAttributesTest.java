package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.AttributeValue.Fields;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Influencer;
import dev.parley.domain.value.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newer version stored is read, kept and written again as it stood; what people hand in is not let through. */
class StoredAttributesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$future\":\"2026-01-15\"}",
                "{\"$future\":null}",
                "{\"$future\":1.50}",
                "{\"$future\":1e3}",
                "{\"$future\":-0}",
                "{\"$future\":-0.0E-7}",
                "{\"$future\":[1,2.50,{\"a\":0.1}]}",
                "{\"$future\":{\"$decimal\":25}}",
                "{\"$future\":{\"$future\":{\"$other\":[]}}}",
                "{\"$future\":{\"$$x\":1,\"$y\":2,\"z\":3}}",
                "{\"$future\":\"caf\\u00e9 \\ud83d\\ude00 \\/ \\ud800\"}",
                "{\"$future\":\"é 🎥 \\\" \\\\ } ] {\"}",
                "{ \"$future\" :\n[ 1 , 2 ] }",
                "{\"$money\":\"1.50\",\"$currency\":\"EUR\"}",
                "{\"amount\":1.50,\"$type\":\"money\"}",
                "{\"amount\":{\"$decimal\":\"1.50\"},\"$type\":\"money\"}",
                "{\"$decimal\":\"1.50\",\"$unit\":\"EUR\"}",
                "{\"$\":1}",
                "{\"$\\u0066uture\":1}",
                "{\"\\u0024future\":1}",
                "{\"$DECIMAL\":\"1\"}",
            })
    void aValueOfAnUnknownTypeStaysAsItStood(String json) {
        Unknown kept = new Unknown(json);

        assertStays("{\"k\":" + json + "}", "k", kept);
        assertStays("{\"a\":1,\"k\":[true," + json + ",\"x\"],\"z\":null}", "k", items(true, kept, "x"));
        assertStays("{\"k\":{\"$$m\":" + json + "}}", "k", new Fields(Attributes.of(Map.of("$m", kept))));
        assertStays("{\"k\":{\"m\":[[{\"n\":" + json + "}]]}}", "k", nested(kept));
    }

    private static AttributeValue items(Object... plain) {
        return AttributeValue.of("items", List.of(plain));
    }

    private static AttributeValue nested(Unknown kept) {
        return new Fields(Attributes.of(Map.of(
                "m", new Items(List.of(new Items(List.of(new Fields(Attributes.of(Map.of("n", kept))))))))));
    }

    private static void assertStays(String text, String key, AttributeValue expected) {
        Attributes attributes = AttributesJson.read("context", text);

        assertEquals(Optional.of(expected), attributes.get(key));
        assertEquals(attributes, AttributesJson.read("context", text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(text, AttributesJson.write(attributes));
        assertEquals(text, AttributesJson.write(attributes.with("new", 1).without(List.of("new"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"k\":{\"$decimal\":25}}",
                "{\"k\":{\"$decimal\":\"abc\"}}",
                "{\"k\":{\"$decimal\":\"1\",\"x\":1}}",
                "{\"k\":{\"$decimal\":\"1\",\"$$x\":1}}",
                "{\"k\":1.50}",
                "{\"k\":{\"$future\":1,\"$future\":2}}",
                "{\"k\":{\"$future\":{\"a\":1,\"a\":2}}}",
                "{\"k\":{\"$future\":NaN}}",
                "{\"k\":{\"$future\":1E+1000000000}}",
                "{\"k\":{\"$future\":}}"
            })
    void whatThisVersionKnowsMustBeRightAndWhatItDoesNotMustBeJson(String text) {
        assertThrows(InvalidValueException.class, () -> AttributesJson.read("context", text));
    }

    @Test
    void theWholeDocumentIsAMapInEveryVersion() {
        InvalidValueException refused = assertThrows(
                InvalidValueException.class, () -> AttributesJson.read("context", "{\"$future\":1,\"a\":2}"));

        assertEquals(
                "context: was written by a newer version, in a type that this one does not know; read it with that one",
                refused.getMessage());
    }

    @Test
    void whatPeopleHandInIsRefusedByName() {
        for (String json : List.of("{\"a\":{\"$future\":1}}", "{\"a\":[{\"b\":1,\"$future\":1}]}")) {
            JsonObject object = JsonText.parseObject("context", json);
            InvalidValueException refused =
                    assertThrows(InvalidValueException.class, () -> AttributesJson.fromPlain(object, Dialect.PARLEY));
            assertEquals("begins with an unescaped $; write $$future", refused.problem());
        }
    }

    @Test
    void anInfluencerKeepsWhatANewerVersionAdded() {
        String text = "[{\"name\":\"Zoë\",\"platform\":\"tiktok\",\"engagement_rate\":\"4.20\","
                + "\"attributes\":{\"since\":{\"$date\":1.50}}}]";

        List<Influencer> influencers = InfluencersJson.read("influencers", text);

        assertEquals(text, InfluencersJson.write(influencers));
    }

    @Test
    void itStaysWhereTheTextIsLongerThanAnyBufferOfTheParser() {
        for (int length = 3_900; length < 4_100; length++) {
            assertStaysBehind("x".repeat(length));
        }
        assertStaysBehind("é🎥".repeat(40_000));
        assertStaysBehind("\\u00e9\\n".repeat(40_000));
    }

    private static void assertStaysBehind(String padding) {
        String json = "{\"$future\":\"" + padding.substring(padding.length() / 2) + "\"}";
        assertStays("{\"k\":" + json + "}", "k", new Unknown(json));

        String text = "{\"padding\":{\"a\":\"" + padding + "\"},\"k\":{\"$future\":[1.50]},\"z\":[]}";
        assertEquals(
                Optional.of(new Unknown("{\"$future\":[1.50]}")),
                AttributesJson.read("context", text).get("k"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "oops",
                "{}",
                "{\"a\":1}",
                "{\"$decimal\":\"1\"}",
                "{\"$f\":1",
                "{\"$f\":1},\"x\":{}",
                "{\"$f\":1}}",
                " {\"$f\":1}",
                "[{\"$f\":1}]",
                "1"
            })
    void oneThatAProgramMadeUpIsNotWritten(String json) {
        Attributes attributes = Attributes.of(Map.of("k", new Unknown(json)));

        assertThrows(InvalidValueException.class, () -> AttributesJson.write(attributes));
    }
}
