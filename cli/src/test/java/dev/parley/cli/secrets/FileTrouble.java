package dev.parley.cli.secrets;

import dev.parley.application.Campaigns;
import dev.parley.application.Negotiations;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.testkit.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Damage to a file, and everything else that can be wrong with one. */
final class FileTrouble {
    private static final NegotiationId JANE = StoreLife.JANE;

    /** What damage may do to rows, all of it secret. */
    private static final List<String[]> DAMAGE = List.of(
            new String[] {"UPDATE parley_negotiations SET context = ?", "{\"a\":\"" + Secret.WORDS},
            new String[] {"UPDATE parley_negotiations SET context = ?", Secret.DIGITS},
            new String[] {"UPDATE parley_negotiations SET state = ?", Secret.WORDS},
            new String[] {"UPDATE parley_negotiations SET created_at = ?", Secret.WORDS},
            new String[] {"UPDATE parley_negotiations SET latest_history = ?", Secret.WORDS});

    private final Path directory;
    private final Witness witness;

    FileTrouble(Path directory, Witness witness) {
        this.directory = directory;
        this.witness = witness;
    }

    void run() throws IOException, SQLException {
        for (int i = 0; i < DAMAGE.size(); i++) {
            damage(directory.resolve("damage-" + i + ".db"), DAMAGE.get(i)[0], DAMAGE.get(i)[1]);
        }
        Path text =
                Files.writeString(directory.resolve("text"), Secret.sentence().repeat(100));
        witness.fail(() -> SqliteNegotiationStore.open(text).close());
        witness.fail(() -> SqliteNegotiationStore.open(directory).close());
        busyAndClosed(directory.resolve("busy.db"));
    }

    private void damage(Path file, String sql, String value) throws SQLException {
        try (SqliteNegotiationStore store = filled(file);
                Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            statement.execute();
            Negotiations negotiations = new Negotiations(store, InstantSource.system());
            witness.fail(() -> negotiations.find(JANE));
            witness.show(negotiations.recover(witness::show));
            witness.show(store.examine());
            witness.show(store.quarantined(PageRequest.first(10)));
            QuarantinedRow row = store.findQuarantined(1).orElseThrow();
            witness.fail(() -> store.release(1));
            witness.fail(() -> store.release(1, Secret.json()));
            witness.fail(() -> store.release(1, row.raw() + Secret.WORDS));
        }
    }

    private void busyAndClosed(Path file) throws SQLException {
        SqliteNegotiationStore store = filled(file);
        Negotiations negotiations = new Negotiations(store, InstantSource.system());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            witness.fail(() -> negotiations.pause(JANE, Secret.sentence()));
            witness.fail(store::scrub);
        }
        witness.fail(() -> store.backup(file));
        store.close();
        witness.fail(() -> negotiations.resume(JANE, Secret.sentence()));
    }

    private static SqliteNegotiationStore filled(Path file) throws InvalidValueException {
        SqliteNegotiationStore store =
                SqliteNegotiationStore.open(file, Options.defaults().busyTimeout(Duration.ofMillis(10)));
        Negotiations negotiations = new Negotiations(store, InstantSource.system());
        new Campaigns(store).register(StoreLife.campaign().campaign(), 3);
        negotiations.open(JANE, Fixtures.CAMPAIGN, Secret.content());
        negotiations.pause(JANE, Secret.sentence());
        return store;
    }
}
