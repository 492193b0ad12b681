package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.domain.attributes.Attributes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way to read attributes gives what the long way gives, or nothing. */
class OrdinaryAttributesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " { \"a\" : 1 } ",
                "{\"a\":null,\"b\":true,\"c\":false,\"d\":\"\",\"e\":[],\"f\":{}}",
                "{\"a\":[1,[\"x\",{\"b\":{\"$decimal\":\"1.50\"}}],null]}",
                "{\"$$a\":1,\"$$$decimal\":{\"$$decimal\":\"1\"}}",
                "{\"a\":-999999999999999999,\"b\":999999999999999999999999,\"c\":-1000000000000000000,\"d\":-0}",
                "{\"é🎥\":\"王小明 \\u00e9 \\\" \\\\ \\n\"}",
            })
    void whatIsOrdinaryMeansTheSameEitherWay(String text) {
        Attributes ordinary = OrdinaryAttributes.read(() -> JsonText.parser(text));

        assertEquals(theLongWay(text), ordinary);
        assertEquals(ordinary, OrdinaryAttributes.read(() -> JsonText.parser(text.getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                AttributesJson.write(theLongWay(text)), AttributesJson.write(ordinary), "the order of the keys, too");
    }

    private static Attributes theLongWay(String text) {
        return AttributesJson.fromPlain(
                JsonObject.of("context", JsonText.parseStored("context", text)), Dialect.PARLEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "1",
                "{",
                "{} {}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1.50}",
                "{\"engagement_rate\":4.20}",
                "{\"a\":{\"$decimal\":1}}",
                "{\"a\":{\"$decimal\":\"x\"}}",
                "{\"a\":{\"$decimal\":\"1\",\"b\":1}}",
                "{\"a\":{\"b\":1,\"$decimal\":\"1\"}}",
                "{\"a\":{\"$future\":1}}",
                "{\"$future\":1}",
                "{\"$decimal\":\"25.50\"}",
                "{\"a\":NaN}",
                "{\"a\":\"\\ud800\"}"
            })
    void whatIsNotOrdinaryIsLeftToTheLongWay(String text) {
        assertNull(OrdinaryAttributes.read(() -> JsonText.parser(text)));
    }

    @Test
    void nestingBeyondTheLimitIsLeftToTheLongWay() {
        assertNull(OrdinaryAttributes.read(() -> JsonText.parser("{\"a\":" + "[".repeat(65) + "]".repeat(65) + "}")));
        assertNull(OrdinaryAttributes.read(() -> JsonText.parser("{\"a\":".repeat(101) + "1" + "}".repeat(101))));
    }
}
