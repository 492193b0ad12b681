package dev.parley.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarantinedRowTest {
    private static final UnreadableRow ROW = new UnreadableRow("negotiation", 4, "n-1", "its checksum is wrong");

    @Test
    void theTimeIsCutToTheMicrosecondAndMustLieInRange() {
        Instant fine = Instant.parse("2025-03-01T12:00:00.123456789Z");

        assertEquals(Instant.parse("2025-03-01T12:00:00.123456Z"), new QuarantinedRow(1, ROW, fine, "").since());
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> new QuarantinedRow(1, ROW, Instant.MIN, ""));
        assertEquals("since", refused.subject());
    }

    @Test
    void theTextFormHidesWhatIsStored() {
        assertEquals(
                "QuarantinedRow[1: UnreadableRow[kind=negotiation, position=4, id=n-1, reason=its checksum is wrong]]",
                new QuarantinedRow(1, ROW, Instant.EPOCH, "secret").toString());
    }
}
