package dev.parley.cli.secrets;

import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.Attributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** What nobody but the negotiation's own people may read, marked so that it is known wherever it turns up. */
final class Secret {
    /** Stands in every text that is secret. */
    static final String WORDS = "zebra-velvet";

    /** Stands in every number that is secret. */
    static final String DIGITS = "8090703";

    private Secret() {}

    /** Whether a line tells any of it. */
    static boolean isIn(String line) {
        return line.contains(WORDS) || line.contains(DIGITS);
    }

    /** A sentence that is secret. */
    static String sentence() {
        return "Dear Jane, " + WORDS + " is our last word.";
    }

    /** Secret values of every type. */
    static Attributes content() {
        return Attributes.of(Map.of(
                "text", sentence(),
                "price", new BigDecimal(DIGITS + ".50"),
                "views", new BigInteger(DIGITS + "11"),
                "list", List.of(sentence(), List.of(new BigDecimal(DIGITS))),
                "map", Map.of("deep", sentence())));
    }

    /** The same as JSON. */
    static String json() {
        return AttributesJson.write(content());
    }
}
