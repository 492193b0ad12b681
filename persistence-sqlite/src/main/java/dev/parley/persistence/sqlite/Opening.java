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
    private final Schema schema;

    private Opening(SqliteFile file, Options options, Schema schema) {
        this.file = file;
        this.options = options;
        this.schema = schema;
    }

    static Database open(Path path, Options options, Schema schema) {
        return new Opening(new SqliteFile(path), options, schema).open();
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
            int version = schema.versionIn(session);
            if (version == Schema.ABSENT && !options.createIfMissing()) {
                throw new StoreFailureException(
                        Outcome.NOT_WRITTEN, file + ": the database has no tables of Parley; check its name");
            }
            Settings.apply(session, options.durability().name(), options.busyTimeout());
            if (version != schema.latest()) {
                migrate(session, version);
            }
        }
    }

    /** In one transaction, which closing the session rolls back; another process may have been faster. */
    private void migrate(Session session, int version) throws SQLException {
        session.execute("PRAGMA foreign_keys = OFF");
        session.execute("BEGIN IMMEDIATE");
        try {
            schema.bringUpToDate(session);
            if (version != Schema.ABSENT) {
                new SqliteQuarantine(session).copyAnew();
            }
        } catch (SQLException failure) {
            if (version == Schema.ABSENT) {
                throw failure;
            }
            throw notMigrated(version, failure);
        }
        session.execute("COMMIT");
    }

    private StoreFailureException notMigrated(int version, SQLException failure) {
        String problem = SqlFailures.typed(file, Outcome.NOT_WRITTEN, options.busyTimeout(), failure)
                .getMessage();
        return new StoreFailureException(
                Outcome.NOT_WRITTEN,
                problem + ", so the tables stay in version " + version + " of Parley's schema, this is version "
                        + schema.latest() + "; use the Parley that wrote them until this is mended",
                failure);
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
