package dev.parley.persistence.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parley.postgresql.server.TestSchema;
import javax.sql.DataSource;

/** One pool for all tests of this JVM, whose stores each name their schema. It ends with the JVM. */
final class SharedPool {
    private static final int CONNECTIONS = 32;

    private static final HikariDataSource POOL = open();

    private SharedPool() {}

    static DataSource get() {
        return POOL;
    }

    private static HikariDataSource open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(TestSchema.server());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }
}
