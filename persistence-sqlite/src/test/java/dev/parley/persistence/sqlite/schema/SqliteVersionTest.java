package dev.parley.persistence.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.StoreFailureException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.52.0", "3.54.1", "3.44.6", "3.50.7"})
    void aVersionThatKeepsCommitsIsTaken(String version) {
        assertDoesNotThrow(() -> SqliteVersion.parse(version).requireSafe());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.2", "3.51.0", "3.50.6", "3.49.1", "3.45.9", "3.44.5", "3.43.0", "3.7.0"})
    void aVersionThatMayLoseCommitsIsRefused(String version) {
        StoreFailureException refused = assertThrows(
                StoreFailureException.class, () -> SqliteVersion.parse(version).requireSafe());
        assertTrue(refused.getMessage().contains(version), refused.getMessage());
    }
}
