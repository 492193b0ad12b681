package dev.parley.persistence.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

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
}
