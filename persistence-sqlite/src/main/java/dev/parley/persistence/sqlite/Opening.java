package dev.parley.persistence.sqlite;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Options;
import dev.parley.persistence.sqlite.jdbc.Database;
import dev.parley.persistence.sqlite.jdbc.FileIdentity;
import dev.parley.persistence.sqlite.jdbc.OwnedFile;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqlFailures;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import dev.parley.persistence.sqlite.schema.Schema;
import dev.parley.persistence.sqlite.schema.Schema.Presence;
import dev.parley.persistence.sqlite.schema.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** How a store comes to be: look first, refuse what is not ours, and only then change anything. */
final class Opening {
    private final SqliteFile file;
    private final Options options;

    private Opening(SqliteFile file, Options options) {
        this.file = file;
        this.options = options;
    }

    static Database open(Path path, Options options) {
        return new Opening(new SqliteFile(path), options).open();
    }

    private Database open() {
        try {
            boolean created = createFile();
            if (!Files.isWritable(file.path())) {
                throw new StoreFailureException(
                        Outcome.NOT_WRITTEN, file + ": the file cannot be written; make it and its directory writable");
            }
            FileIdentity identity = FileIdentity.of(file.path());
            prepare();
            if (created) {
                OwnedFile.syncName(file.path());
            }
            return new Database(file, identity, options.busyTimeout(), this::session);
        } catch (IOException failure) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN, file + ": the file cannot be created or read; check its directory", failure);
        } catch (SQLException failure) {
            throw SqlFailures.typed(file, Outcome.NOT_WRITTEN, options.busyTimeout(), failure);
        }
    }

    /** Before SQLite would, so that nobody else can read it even for a moment; its -wal and -shm take after it. */
    private boolean createFile() throws IOException {
        Path path = file.path();
        if (Files.exists(path)) {
            return false;
        }
        if (!options.createIfMissing()) {
            throw new StoreFailureException(Outcome.NOT_WRITTEN, file + ": the file does not exist; check its name");
        }
        try {
            OwnedFile.create(path);
            return true;
        } catch (FileAlreadyExistsException anotherProcessWasFaster) {
            return false;
        }
    }

    private void prepare() throws SQLException {
        try (Session session = new Session(file.connect(options.busyTimeout()))) {
            Settings.requireSafeVersion(session);
            Presence presence = Schema.inspect(session);
            if (presence == Presence.ABSENT && !options.createIfMissing()) {
                throw new StoreFailureException(
                        Outcome.NOT_WRITTEN, file + ": the database has no tables of Parley; check its name");
            }
            Settings.apply(session, options.durability().name(), options.busyTimeout());
            if (presence == Presence.ABSENT) {
                createSchema(session);
            }
        }
    }

    private static void createSchema(Session session) throws SQLException {
        session.execute("BEGIN IMMEDIATE");
        if (Schema.inspect(session) == Presence.ABSENT) {
            Schema.create(session);
        }
        session.execute("COMMIT");
    }

    private Session session() throws SQLException {
        Session session = new Session(file.connect(options.busyTimeout()));
        try {
            Settings.apply(session, options.durability().name(), options.busyTimeout());
            return session;
        } catch (SQLException | RuntimeException failure) {
            session.close();
            throw failure;
        }
    }
}
