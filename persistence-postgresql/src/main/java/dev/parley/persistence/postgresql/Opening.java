package dev.parley.persistence.postgresql;

import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Durability;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Migration;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import dev.parley.persistence.postgresql.jdbc.Database;
import dev.parley.persistence.postgresql.jdbc.TransactionSettings;
import dev.parley.persistence.postgresql.schema.Schema;
import dev.parley.persistence.postgresql.schema.Server;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How a store comes to be: look first, refuse what is not ours, and only then change anything. */
final class Opening {
    private final DataSource dataSource;
    private final Options options;
    private final Schema schema;

    Opening(DataSource dataSource, Options options, Schema schema) {
        this.dataSource = dataSource;
        this.options = options;
        this.schema = schema;
    }

    Database open() {
        Database database = looked();
        int version = database.read(schema::versionIn);
        if (version == Schema.ABSENT && !options.createIfMissing()) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN, "PostgreSQL: the schema has no tables of Parley; check its name");
        }
        // Asserts what durability rests on, even if nothing is to be changed.
        database.write(session -> {
            if (version != schema.latest()) {
                schema.bringUpToDate(session);
            }
            return version;
        });
        return database;
    }

    /** What opening would do; nothing is changed. */
    Migration migration() {
        int version = looked().read(schema::versionIn);
        return new Migration(version, schema.latest(), schema.scriptsAfter(version));
    }

    /** The database, if the server is fit and the schema there. */
    private Database looked() {
        String name = on(null).read(session -> {
            Server.requireFit(session);
            return Server.schema(session, options.schema());
        });
        return on(name);
    }

    private Database on(@Nullable String schemaName) {
        return new Database(
                dataSource,
                new TransactionSettings(schemaName, options.busyTimeout(), options.durability() == Durability.FULL));
    }
}
