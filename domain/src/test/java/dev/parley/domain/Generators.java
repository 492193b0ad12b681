package dev.parley.domain;

import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random input that can be made again: a failed trial names its seed, and {@code -Dparley.seed=N} begins with it. */
public final class Generators {
    private static final long FIRST_SEED = Long.getLong("parley.seed", 20_250_101L);

    /** Characters next to the borders of the UTF-8 lengths and of what JSON escapes. */
    private static final List<String> CHARACTERS = List.of(
            "a",
            "$",
            "\"",
            "\\",
            "/",
            "\b",
            "\t",
            "\n",
            "\f",
            "\r",
            "\0",
            "\u001f",
            " ",
            "~",
            "\u007f",
            "\u0080",
            "\u07ff",
            "\u0800",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud800\udc00",
            "\udbff\udfff",
            "\u00e9",
            "\u6f22");

    private final SplittableRandom random;

    private Generators(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Tries a property with one seed after the other. */
    public static void trials(int count, Consumer<Generators> property) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            try {
                property.accept(new Generators(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("fails with -Dparley.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    /** Other input, for another thread. */
    public Generators fork() {
        return new Generators(random.nextLong());
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = below(8); i > 0; i--) {
            text.append(oneOf(CHARACTERS));
        }
        return text.toString();
    }

    public BigInteger wholeNumber() {
        StringBuilder digits = new StringBuilder(oneOf(List.of("", "-")));
        for (int i = oneOf(List.of(1, 2, 19, 100)); i > 0; i--) {
            digits.append(below(10));
        }
        return new BigInteger(digits.toString());
    }

    public BigDecimal decimal() {
        return new BigDecimal(wholeNumber(), oneOf(List.of(-100, -1, 0, 1, 2, 7, 99, 100)));
    }

    /** An amount of money with few digits, zero or more. */
    public BigDecimal amount() {
        return new BigDecimal(BigInteger.valueOf(random.nextLong(10_000_000_000L)), below(9));
    }

    /** Plain Java data as a context may hold it: a map of everything, nested a few levels. */
    public Map<String, @Nullable Object> tree(int levels) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = below(6); i > 0; i--) {
            tree.put(text(), value(levels));
        }
        return tree;
    }

    private @Nullable Object value(int levels) {
        return switch (below(levels > 0 ? 8 : 5)) {
            case 0 -> null;
            case 1 -> text();
            case 2 -> wholeNumber();
            case 3 -> decimal();
            case 4 -> below(2) == 0;
            case 5 -> Stream.generate(() -> value(levels - 1)).limit(below(5)).toList();
            default -> tree(levels - 1);
        };
    }

    /** Events that are legal one after the other, from the start to an end or to a number of steps. */
    public List<NegotiationEvent> walk(int steps) {
        List<NegotiationEvent> walk = new ArrayList<>();
        NegotiationStateMachine machine = NegotiationStateMachine.start();
        while (walk.size() < steps && !machine.isTerminal()) {
            NegotiationEvent event = oneOf(List.copyOf(machine.validEvents()));
            machine = machine.trigger(event);
            walk.add(event);
        }
        return walk;
    }
}
