package dev.parley.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void ofAnOddNumberTheOneInTheMiddleIsTheMedian() {
        assertEquals(new Spread(1, 3, 40), Spread.of(List.of(40.0, 1.0, 3.0)));
    }

    @Test
    void ofAnEvenNumberTheMeanOfTheTwoInTheMiddleIsTheMedian() {
        assertEquals(new Spread(1, 5, 40), Spread.of(List.of(40.0, 1.0, 3.0, 7.0)));
    }

    @Test
    void noValuesHaveNoSpread() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }
}
