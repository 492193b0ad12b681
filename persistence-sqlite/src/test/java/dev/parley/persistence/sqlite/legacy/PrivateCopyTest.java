package dev.parley.persistence.sqlite.legacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class PrivateCopyTest {
    @Test
    void itHoldsTheSameBytesWhereNobodyElseMayEnter() throws Exception {
        try (PrivateCopy copy = PrivateCopy.of(LegacyConformanceTest.file())) {
            assertArrayEquals(Files.readAllBytes(LegacyConformanceTest.file()), Files.readAllBytes(copy.file()));
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(copy.file().getParent())));
        }
    }

    @Test
    void nothingOfItIsLeft() throws Exception {
        PrivateCopy copy = PrivateCopy.of(LegacyConformanceTest.file());
        Path directory = copy.file().getParent();
        Files.createFile(directory.resolve("legacy.db-shm"));

        copy.close();

        assertFalse(Files.exists(directory));
    }
}
