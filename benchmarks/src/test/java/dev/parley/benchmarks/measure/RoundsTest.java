package dev.parley.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.benchmarks.measure.Rounds.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final List<String> taken = new ArrayList<>();

    @Test
    void eachRoundIsBegunByTheNextOfAGroup() throws Exception {
        Rounds.run(4, List.of(List.of(turn("a"), turn("b"), turn("c")), List.of(turn("x"))));

        assertEquals(
                List.of("a1 b1 c1 x1", "b2 c2 a2 x2", "c3 a3 b3 x3", "a4 b4 c4 x4"),
                List.of(
                        String.join(" ", taken.subList(0, 4)),
                        String.join(" ", taken.subList(4, 8)),
                        String.join(" ", taken.subList(8, 12)),
                        String.join(" ", taken.subList(12, 16))));
    }

    private Turn turn(String name) {
        return round -> taken.add(name + round);
    }
}
