package dev.parley.cli.store;

import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore.Migration;
import java.nio.file.Path;

/** A SQLite database. */
public record FileAddress(Path file) implements StoreAddress {
    @Override
    public OpenFile open() {
        return opened(false);
    }

    @Override
    public OpenFile openOrCreate() {
        return opened(true);
    }

    private OpenFile opened(boolean createIfMissing) {
        return new OpenFile(SqliteNegotiationStore.open(
                file, SqliteNegotiationStore.Options.defaults().createIfMissing(createIfMissing)));
    }

    @Override
    public MigrationSteps migration() {
        Migration migration = SqliteNegotiationStore.migration(file);
        return new MigrationSteps(migration.from(), migration.to(), migration.scripts());
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
