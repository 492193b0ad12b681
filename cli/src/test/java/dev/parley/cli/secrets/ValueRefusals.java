package dev.parley.cli.secrets;

import dev.parley.documents.AttributesJson;
import dev.parley.documents.Dialect;
import dev.parley.documents.InstantText;
import dev.parley.documents.JsonText;
import dev.parley.domain.attributes.AttributeKey;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.value.ExactDecimal;
import java.math.BigDecimal;
import java.util.Map;

/** Secret values that are refused before they come near a store. */
final class ValueRefusals {
    private ValueRefusals() {}

    static void run(Witness witness) {
        witness.fail(() -> attributes(Secret.sentence() + "\ud800"));
        witness.fail(() -> attributes(Secret.sentence().repeat(50_000)));
        witness.fail(() -> attributes(new BigDecimal(Secret.DIGITS + "E+1000")));
        witness.fail(() -> attributes(Double.valueOf(Secret.DIGITS + ".5")));
        witness.fail(() -> Secret.content().get(AttributeKey.decimal("text")));
        witness.fail(() -> Secret.content().get(AttributeKey.text("price")));
        witness.fail(() -> ExactDecimal.parse("price", Secret.DIGITS + "," + Secret.WORDS));
        witness.fail(() -> InstantText.parse("at", Secret.WORDS));
        for (String json : new String[] {
            "{\"a\":\"" + Secret.sentence(),
            "{\"a\":\"" + Secret.sentence() + "\",\"a\":\"" + Secret.sentence() + "\"}",
            "{\"a\":" + Secret.WORDS + "}",
            "{\"a\":" + Secret.DIGITS + ".5.5}",
            "{\"a\":" + Secret.DIGITS + ".5}",
            "{\"a\":" + Secret.DIGITS.repeat(200) + "}",
            "{\"a\":{\"$decimal\":\"" + Secret.WORDS + "\"}}",
            "{\"a\":{\"$decimal\":\"" + Secret.DIGITS.repeat(20) + "\"}}",
            "[".repeat(101) + "\"" + Secret.WORDS + "\"",
            "{\"a\":\"\\u00zz" + Secret.WORDS + "\"} " + Secret.WORDS
        }) {
            witness.fail(() -> AttributesJson.read("context", json));
            witness.fail(() -> AttributesJson.fromPlain(JsonText.parseObject("context", json), Dialect.PARLEY));
        }
        witness.show(AttributesJson.read("context", "{\"a\":{\"$new\":\"" + Secret.WORDS + "\"}}"));
    }

    private static Attributes attributes(Object value) {
        return Attributes.of(Map.of("a", value));
    }
}
