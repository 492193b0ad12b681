package dev.parley.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:00:00Z,              2026-01-15T12:00:00Z",
        "2026-01-15T12:00:00.123456Z,       2026-01-15T12:00:00.123456Z",
        "2026-01-15T12:00:00.123456789Z,    2026-01-15T12:00:00.123456Z",
        "2026-01-15T12:00:00+02:00,         2026-01-15T10:00:00Z",
        "2026-01-15T12:00:00.5-05:30,       2026-01-15T17:30:00.500Z",
        "2026-01-15T12:00:00,               2026-01-15T12:00:00Z",
        "2026-01-15T12:00,                  2026-01-15T12:00:00Z",
        "2026-01-15 12:00:00,               2026-01-15T12:00:00Z"
    })
    void isReadWithAnyOffsetOrNone(String text, Instant instant) {
        assertEquals(instant, InstantText.parse("created_at", text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-01-15", "2026-13-01T00:00:00Z", "1736942400", "+10000-01-01T00:00:00Z"})
    void whatIsNoInstantIsRefusedByName(String text) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> InstantText.parse("created_at", text));
        assertEquals("created_at", refused.subject());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T12:00:00Z,          2026-01-15T12:00:00.000000Z",
        "2026-01-15T12:00:00.5Z,        2026-01-15T12:00:00.500000Z",
        "2026-01-15T12:00:00.123456Z,   2026-01-15T12:00:00.123456Z",
        "0001-01-01T00:00:00Z,          0001-01-01T00:00:00.000000Z",
        "-0001-01-01T00:00:00Z,         0001-01-01T00:00:00.000000Z",
        "+10000-01-01T00:00:00Z,        9999-12-31T23:59:59.999999Z"
    })
    void isWrittenInOneWidthWhereItMustSort(Instant instant, String text) {
        assertEquals(text, InstantText.writeSortable(instant));
    }

    @Test
    void isSortedAsTextAsItIsAsTime() {
        List<Instant> inOrder = Stream.of(
                        "0001-01-01T00:00:00Z",
                        "0999-12-31T23:59:59.999999Z",
                        "2026-01-15T12:00:00Z",
                        "2026-01-15T12:00:00.000001Z",
                        "2026-01-15T12:00:00.123456Z",
                        "2026-01-15T12:00:00.5Z",
                        "9999-12-31T23:59:59.999999Z")
                .map(Instant::parse)
                .toList();

        List<String> texts = inOrder.stream().map(InstantText::writeSortable).toList();

        assertEquals(texts.stream().sorted().toList(), texts);
        assertEquals(
                inOrder,
                texts.stream().map(text -> InstantText.parse("due_at", text)).toList());
    }

    @Test
    void isWrittenSoThatItReadsBack() {
        for (String text :
                new String[] {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2026-01-15T12:00:00.1Z"}) {
            Instant instant = Instant.parse(text);
            assertEquals(instant, InstantText.parse("created_at", InstantText.write(instant)));
        }
    }
}
