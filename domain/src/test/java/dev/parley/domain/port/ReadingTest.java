package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    @Test
    void revisionsBeginAtOne() {
        assertEquals(1, new Stored<>("value", 1).revision());

        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> new Stored<>("value", 0));
        assertEquals("revision: must be at least 1", refused.getMessage());
    }

    @Test
    void anotherViewKeepsTheRevision() {
        assertEquals(new Stored<>(5, 7), new Stored<>("value", 7).map(String::length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10_000})
    void aPageMayHaveOneToTenThousandRows(int limit) {
        assertEquals(new PageRequest(0, limit), PageRequest.first(limit));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_001})
    void anotherLimitIsRefused(int limit) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> PageRequest.first(limit));

        assertEquals("limit: must lie between 1 and 10000", refused.getMessage());
    }

    @Test
    void theNextPageBeginsBehindAPositionWithTheSameLimit() {
        assertEquals(new PageRequest(17, 5), PageRequest.first(5).from(17));
    }

    @Test
    void aNegativePositionIsRefused() {
        PageRequest first = PageRequest.first(5);

        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> first.from(-1));

        assertEquals("after: must not be negative", refused.getMessage());
    }

    @Test
    void aPageCopiesItsRows() {
        UnreadableRow broken = new UnreadableRow("negotiation", 4, "n-1", "its state is unknown");
        List<String> rows = new ArrayList<>(List.of("a"));
        List<UnreadableRow> unreadable = new ArrayList<>(List.of(broken));
        Page<String> page = new Page<>(rows, unreadable, OptionalLong.of(3));

        rows.clear();
        unreadable.clear();

        assertEquals(new Page<>(List.of("a"), List.of(broken), OptionalLong.of(3)), page);
    }

    @Test
    void aWalkVisitsEveryPageInOrder() {
        List<PageRequest> asked = new ArrayList<>();
        List<Page<String>> visited = new ArrayList<>();
        Page<String> first = new Page<>(List.of("a", "b"), List.of(), OptionalLong.of(7));
        Page<String> last = new Page<>(List.of("c"), List.of(), OptionalLong.empty());

        Page.walk(
                2,
                request -> {
                    asked.add(request);
                    return request.after() == 0 ? first : last;
                },
                visited::add);

        assertEquals(List.of(new PageRequest(0, 2), new PageRequest(7, 2)), asked);
        assertEquals(List.of(first, last), visited);
    }
}
