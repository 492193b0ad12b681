package dev.parley.persistence.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

/** Checksums stand in files and databases: what was written once must be read for ever. */
class ChecksumTest {
    @Test
    void staysWhatItIs() {
        assertEquals(3_912_664_132L, Checksum.of("n-1", "é", 7, 7L, true, null));
    }

    @Test
    void noTwoRowsRunIntoOneAnother() {
        assertNotEquals(Checksum.of("ab", "c"), Checksum.of("a", "bc"));
        assertNotEquals(Checksum.of("", null), Checksum.of(null, ""));
        assertNotEquals(Checksum.of("1"), Checksum.of(1));
    }

    @Test
    void aFlagIsItsNumber() {
        assertEquals(Checksum.of(1, 0), Checksum.of(true, false));
    }

    @Test
    void isThatOfTheWholeRowHoweverLongItIs() {
        for (int length = 0; length < 1_200; length++) {
            String text = "é".repeat(length % 7) + "x".repeat(length);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            ByteBuffer row = ByteBuffer.allocate(3_000);
            row.put((byte) 1).putLong(utf8.length).put(utf8);
            row.put((byte) 0).put((byte) 2).putLong(length);
            row.put((byte) 1).putLong(utf8.length).put(utf8);
            CRC32C whole = new CRC32C();
            whole.update(row.flip());
            assertEquals(whole.getValue(), Checksum.of(text, null, length, Utf8.of(text)), length + " characters");
        }
    }
}
