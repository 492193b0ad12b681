package dev.parley.documents.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.documents.AttributesJson;
import dev.parley.domain.attributes.AttributeValue.Items;
import dev.parley.domain.attributes.AttributeValue.Unknown;
import dev.parley.domain.attributes.Attributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownRoundTripTest {
    private static final long SEED = Long.getLong("parley.seed", System.nanoTime());

    @Test
    void whateverANewerVersionPutUnderATagOfItsOwnStaysCharacterForCharacter() {
        for (long seed = SEED; seed < SEED + 2_000; seed++) {
            Dice dice = Dice.of(seed);
            String first = "{\"$future\":" + Documents.json(dice) + "}";
            String second = "{\"a\":" + Documents.json(dice) + ", \"$unit\":" + Documents.json(dice) + "}";
            String text = "{\"list\":[" + first + "," + second + "],\"last\":" + first + "}";

            Attributes read = AttributesJson.read("context", text);

            assertEquals(
                    Attributes.of(Map.of(
                            "list",
                            new Items(List.of(new Unknown(first), new Unknown(second))),
                            "last",
                            new Unknown(first))),
                    read,
                    "-Dparley.seed=" + seed);
            assertEquals(text, AttributesJson.write(read), "-Dparley.seed=" + seed);
        }
    }
}
