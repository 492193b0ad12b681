package dev.parley.persistence.sqlite.fault;

import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.jdbc.Database;
import dev.parley.persistence.sqlite.jdbc.FileIdentity;
import dev.parley.persistence.sqlite.jdbc.Session;
import dev.parley.persistence.sqlite.jdbc.SqliteFile;
import dev.parley.persistence.sqlite.schema.Settings;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;

/** A store on a file that has its tables, with somebody between it and the driver who is told of each statement. */
final class TappedStore {
    private static final Duration WAIT = Duration.ofSeconds(60);

    private TappedStore() {}

    /** Is told, on the thread that does it, what SQLite is about to do and has done. What it throws, the store gets. */
    interface Tap {
        void before(String sql);

        default void after(String sql) {}
    }

    static SqliteNegotiationStore open(Path path, Tap tap) throws Exception {
        SqliteFile file = new SqliteFile(path);
        Database database = new Database(file, FileIdentity.of(path), WAIT, () -> session(file, tap));
        // Nobody else has a use for another way into the store.
        Constructor<SqliteNegotiationStore> constructor =
                SqliteNegotiationStore.class.getDeclaredConstructor(Database.class);
        constructor.setAccessible(true);
        return constructor.newInstance(database);
    }

    private static Session session(SqliteFile file, Tap tap) throws SQLException {
        Connection connection = file.connect(WAIT);
        Settings.apply(new Session(connection), "FULL", WAIT);
        return new Session((Connection) proxy(Connection.class, (self, method, arguments) -> {
            Object result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement
                    ? tapped(statement, String.valueOf(arguments[0]), tap)
                    : result;
        }));
    }

    private static Object tapped(PreparedStatement statement, String sql, Tap tap) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (!method.getName().startsWith("execute")) {
                return call(statement, method, arguments);
            }
            tap.before(sql);
            Object result = call(statement, method, arguments);
            tap.after(sql);
            return result;
        });
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(TappedStore.class.getClassLoader(), new Class<?>[] {type}, handler);
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
