package dev.parley.cli.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.cli.store.ServerAddress.Host;
import dev.parley.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGProperty;

/** How a store is named on the command line. */
class StoreAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"parley.db", "/var/lib/parley.db", "C:parley", "postgresql", "my postgres:db"})
    void whatIsNoUrlIsAFile(String name) {
        assertEquals(new FileAddress(Path.of(name)), StoreAddress.parse(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            postgresql://db.example/deals                     | postgresql://db.example:5432/deals
            postgres://ada@db.example:5433/deals              | postgresql://ada@db.example:5433/deals
            jdbc:postgresql://db.example/deals?user=ada       | postgresql://ada@db.example:5432/deals
            postgresql://ada:secret@db.example/deals          | postgresql://ada@db.example:5432/deals
            postgresql://ada:se%40c+ret@db.example/my%20deals | postgresql://ada@db.example:5432/my deals
            postgresql:///deals?user=ada&password=secret      | postgresql://ada@localhost:5432/deals
            POSTGRESQL://one:1,two:2/deals                    | postgresql://one:1,two:2/deals
            postgresql://[::1]:5433/deals                     | postgresql://[::1]:5433/deals
            """)
    void aServerIsShownWithoutItsPassword(String url, String shown) {
        assertEquals(shown, StoreAddress.parse(url).toString());
    }

    @Test
    void everyPartOfAUrlIsTaken() {
        ServerAddress address = assertInstanceOf(
                ServerAddress.class,
                StoreAddress.parse("postgresql://ada:p%40ss+w:rd@one:1,two/deals?sslmode=require&connect_timeout=3"));
        assertEquals(List.of(new Host("one", 1), new Host("two", 5432)), address.hosts());
        assertEquals("deals", address.database());
        assertEquals("ada", address.user());
        assertEquals("p@ss+w:rd", address.password());
        assertEquals(Map.of(PGProperty.SSL_MODE, "require", PGProperty.CONNECT_TIMEOUT, "3"), address.settings());
    }

    @Test
    void whatIsLeftOutIsLeftToTheDriver() {
        ServerAddress address = (ServerAddress) StoreAddress.parse("postgresql://db.example/deals");
        assertNull(address.user());
        assertNull(address.password());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:sqlite:secret.db",
                "jdbc:postgresql:secret",
                "postgresql:secret",
                "postgresql://ada:secret@db.example",
                "postgresql://ada:secret@db.example/",
                "postgresql://ada:secret@db.example:port/deals",
                "postgresql://ada:secret@db.example:99999/deals",
                "postgresql://ada:secret@db.example/deals/more",
                "postgresql://ada:%zzsecret@db.example/deals",
                "postgresql://ada:secret@db.example/deals?socketFactory=secret",
                "postgresql://ada:secret@db.example/deals?loggerFile=secret",
            })
    void whatCannotBeUnderstoodIsRefusedWithoutRepeatingIt(String url) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> StoreAddress.parse(url));
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }
}
