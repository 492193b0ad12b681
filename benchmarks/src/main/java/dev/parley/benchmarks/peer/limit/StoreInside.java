package dev.parley.benchmarks.peer.limit;

import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.lang.reflect.Method;
import java.sql.Connection;

/**
 * The part of Parley's store that writes a commit, without what brings commits together and to the disk. It is not
 * public, and is reached all the same: so what is recorded is what the store does, and not a copy of it that grows old.
 */
final class StoreInside {
    private static final String PACKAGE = SqliteNegotiationStore.class.getPackageName();

    private final Object session;
    private final Method encode;
    private final Method write;

    StoreInside(Connection connection) throws ReflectiveOperationException {
        Class<?> sessionType = Class.forName(PACKAGE + ".jdbc.Session");
        Class<?> encoded = Class.forName(PACKAGE + ".SqliteCommit");
        session = sessionType.getConstructor(Connection.class).newInstance(connection);
        encode = encoded.getDeclaredMethod("of", Commit.class);
        write = encoded.getDeclaredMethod("write", sessionType);
        encode.setAccessible(true);
        write.setAccessible(true);
    }

    /** Writes a commit within the transaction that is open on the connection. */
    void write(Commit commit) throws ReflectiveOperationException {
        write.invoke(encode.invoke(null, commit), session);
    }
}
