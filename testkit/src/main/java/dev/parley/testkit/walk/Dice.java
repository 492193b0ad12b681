package dev.parley.testkit.walk;

import dev.parley.domain.attributes.Attributes;
import dev.parley.testkit.desk.HostileContent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Chance that can be repeated. Not thread-safe. */
final class Dice {
    private final Random random;
    private int numbers;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    /** From 0 up to, and without, a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    <T> T oneOf(List<T> candidates) {
        return candidates.get(below(candidates.size()));
    }

    /** A number that was not given before. */
    int number() {
        numbers++;
        return numbers;
    }

    /** A name that was not given before. */
    String name(String kind) {
        return kind + " " + number();
    }

    Attributes attributes() {
        return attributes(3);
    }

    private Attributes attributes(int depth) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (int i = below(5); i > 0; i--) {
            plain.put(oneOf(HostileContent.keys()), value(depth));
        }
        return Attributes.of(plain);
    }

    private @Nullable Object value(int depth) {
        return switch (below(depth > 0 ? 7 : 5)) {
            case 0 -> oneOf(HostileContent.texts());
            case 1 -> new BigDecimal(oneOf(HostileContent.decimals()));
            case 2 -> new BigInteger(oneOf(HostileContent.wholeNumbers()));
            case 3 -> chance(50);
            case 4 -> null;
            case 5 -> attributes(depth - 1);
            default -> values(depth - 1);
        };
    }

    private List<@Nullable Object> values(int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            values.add(value(depth));
        }
        return values;
    }
}
