package dev.parley.benchmarks.peer.limit;

import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.lang.reflect.Constructor;
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
    private final Constructor<?> writer;
    private final Method write;

    StoreInside(Connection connection) throws ReflectiveOperationException {
        Class<?> sessionType = Class.forName(PACKAGE + ".jdbc.Session");
        Class<?> encoded = Class.forName(PACKAGE + ".EncodedCommit");
        Class<?> writerType = Class.forName(PACKAGE + ".CommitWriter");
        session = sessionType.getConstructor(Connection.class).newInstance(connection);
        encode = encoded.getDeclaredMethod("of", Commit.class);
        writer = writerType.getDeclaredConstructor(sessionType, encoded);
        write = writerType.getDeclaredMethod("write");
        encode.setAccessible(true);
        writer.setAccessible(true);
        write.setAccessible(true);
    }

    /** Writes a commit within the transaction that is open on the connection. */
    void write(Commit commit) throws ReflectiveOperationException {
        write.invoke(writer.newInstance(session, encode.invoke(null, commit)));
    }
}
