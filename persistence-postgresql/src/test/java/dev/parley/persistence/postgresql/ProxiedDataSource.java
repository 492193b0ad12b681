package dev.parley.persistence.postgresql;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A data source whose connections do something else in the place of what they are asked. */
public final class ProxiedDataSource {
    private ProxiedDataSource() {}

    /** What is done in the place of a call. */
    public interface Instead {
        /**
         * Does it.
         *
         * @param real the connection itself
         */
        Object of(Connection real, Method method, Object[] arguments) throws Throwable;
    }

    /** Lends connections each of whose calls goes another way. */
    public static DataSource of(DataSource real, Instead instead) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = method.invoke(real, arguments);
            return result instanceof Connection connection ? connection(connection, instead) : result;
        });
    }

    private static Connection connection(Connection real, Instead instead) {
        return proxy(Connection.class, (proxy, method, arguments) -> instead.of(real, method, arguments));
    }

    /** What a reflective call throws is what the method has thrown. */
    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return handler.invoke(proxy, method, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
