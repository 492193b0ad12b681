package dev.parley.benchmarks.peer.limit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection that works and notes each prepared statement that is run. */
final class RecordingConnection {
    private final Connection connection;
    private final List<Call> calls = new ArrayList<>();

    RecordingConnection(Connection connection) {
        this.connection = connection;
    }

    /** What was run since this was last asked. */
    List<Call> taken() {
        List<Call> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** The connection as those who are recorded see it. */
    Connection recorded() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            Object result = passed(method, connection, arguments);
            return result instanceof PreparedStatement statement && arguments[0] instanceof String sql
                    ? recorded(sql, statement)
                    : result;
        });
    }

    private PreparedStatement recorded(String sql, PreparedStatement statement) {
        TreeMap<Integer, @Nullable Object> bound = new TreeMap<>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setObject") && arguments[0] instanceof Integer index) {
                bound.put(index, arguments[1]);
            } else if (method.getName().startsWith("execute")) {
                calls.add(new Call(
                        sql, new ArrayList<>(bound.values()), method.getName().equals("executeQuery")));
            }
            return passed(method, statement, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object passed(Method method, Object target, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getTargetException();
        }
    }
}
