package dev.parley.cli.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import dev.parley.persistence.postgresql.PostgresNegotiationStore;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Migration;
import dev.parley.persistence.postgresql.PostgresNegotiationStore.Options;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on a PostgreSQL server.
 *
 * @param hosts where the server is; several are tried in their order
 * @param database its name
 * @param user the role; null for the name of the operating system's user
 * @param password null where {@code PGPASSWORD} or the driver's password file has it
 * @param settings of the connection
 */
public record ServerAddress(
        List<Host> hosts,
        String database,
        @Nullable String user,
        @Nullable String password,
        Map<PGProperty, String> settings)
        implements StoreAddress {
    private static final int CONNECTIONS = 4;
    private static final long PATIENCE_MILLIS = 10_000;

    /** Copies the collections. */
    public ServerAddress {
        hosts = List.copyOf(hosts);
        settings = Map.copyOf(settings);
    }

    /** One server. */
    public record Host(String name, int port) {
        @Override
        public String toString() {
            return (name.contains(":") ? "[" + name + "]" : name) + ":" + port;
        }
    }

    @Override
    public OpenServer open() {
        return opened(Options.defaults().createIfMissing(false));
    }

    @Override
    public OpenServer openOrCreate() {
        return opened(Options.defaults());
    }

    private OpenServer opened(Options options) {
        // A pool would try a wrong password again and again; the first connections are made without one.
        PostgresNegotiationStore.migration(dataSource(), options);
        HikariDataSource pool = pool();
        try {
            return new OpenServer(PostgresNegotiationStore.open(pool, options), pool);
        } catch (RuntimeException refused) {
            pool.close();
            throw refused;
        }
    }

    @Override
    public MigrationSteps migration() {
        Migration migration = PostgresNegotiationStore.migration(dataSource(), Options.defaults());
        return new MigrationSteps(migration.from(), migration.to(), migration.scripts());
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(dataSource());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException gone) {
            throw new StoreFailureException(
                    Outcome.NOT_WRITTEN, this + " has just gone away; check that the server runs", gone);
        }
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(hosts.stream().map(Host::name).toArray(String[]::new));
        source.setPortNumbers(hosts.stream().mapToInt(Host::port).toArray());
        source.setDatabaseName(database);
        source.setApplicationName("parley");
        settings.forEach(source::setProperty);
        if (user != null) {
            source.setUser(user);
        }
        String secret = password == null ? System.getenv("PGPASSWORD") : password;
        if (secret != null && !secret.isEmpty()) {
            source.setPassword(secret);
        }
        return source;
    }

    /** Everything but the password and the settings. */
    @Override
    public String toString() {
        String where = String.join(",", hosts.stream().map(Host::toString).toList());
        return "postgresql://" + (user == null ? "" : user + "@") + where + "/" + database;
    }
}
