package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.Attributes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in a context comes over exactly. */
class LegacyContextTest {
    @TempDir
    private Path directory;

    @Test
    void aFractionKeepsItsDigits() throws Exception {
        assertRead(
                "[25.50, 0.1, 1e22, 1.5E-7]",
                list(decimal("25.50"), decimal("0.1"), decimal("1E+22"), decimal("1.5E-7")));
    }

    @Test
    void aWholeNumberMayBeHuge() throws Exception {
        assertRead("1" + "0".repeat(99), new AttributeValue.WholeNumber(BigInteger.TEN.pow(99)));
    }

    @Test
    void aNumberInTextStaysText() throws Exception {
        assertRead("\"25.50\"", new AttributeValue.Text("25.50"));
    }

    @Test
    void aKeyWithADollarIsAKeyLikeAnyOther() throws Exception {
        assertRead(
                "{\"$decimal\": \"25.50\"}",
                new AttributeValue.Fields(Attributes.empty().with("$decimal", "25.50")));
    }

    @Test
    void aKeyMayBeOfAnyScript() throws Exception {
        assertRead(
                "{\"\\ud83c\\udfa5 \\u738b\": 1}",
                new AttributeValue.Fields(Attributes.empty().with("\ud83c\udfa5 \u738b", 1)));
    }

    @Test
    void textMayContainNul() throws Exception {
        assertRead("\"a\\u0000b\"", new AttributeValue.Text("a\0b"));
    }

    @Test
    void sixtyFourLevelsAreRead() throws Exception {
        AttributeValue nested = list();
        for (int i = 1; i < Attributes.MAX_DEPTH; i++) {
            nested = list(nested);
        }
        assertRead("[".repeat(64) + "]".repeat(64), nested);
    }

    @Test
    void aMebibyteIsRead() throws Exception {
        String text = "x".repeat(Attributes.MAX_BYTES - "{\"value\":\"\"}".length());
        assertRead("\"" + text + "\"", new AttributeValue.Text(text));
    }

    @Test
    void aMebibyteThatPythonHasEscapedIsRead() throws Exception {
        String text = "\u00fc".repeat((Attributes.MAX_BYTES - "{\"value\":\"\"}".length()) / 2);
        assertRead("\"" + text.replace("\u00fc", "\\u00fc") + "\"", new AttributeValue.Text(text));
    }

    private void assertRead(String json, AttributeValue expected) throws Exception {
        try (LegacyFile source = LegacyFile.create(directory.resolve("legacy.db"))) {
            source.with("t-1", LegacyColumn.CONTEXT, "{\"value\": " + json + "}");
            LegacyDatabase legacy = source.read();
            assertEquals(List.of(), legacy.findings());
            assertEquals(
                    expected,
                    legacy.negotiations().get(0).context().get("value").orElseThrow());
        }
    }

    private static AttributeValue decimal(String digits) {
        return new AttributeValue.Decimal(new BigDecimal(digits));
    }

    private static AttributeValue list(AttributeValue... values) {
        return new AttributeValue.Items(List.of(values));
    }
}
