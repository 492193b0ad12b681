package dev.parley.cli.copy;

import dev.parley.domain.port.CopyableStore;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.StoreFailureException.Outcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that breaks down at one of the calls that write to it, before that call or after it. */
final class Interposed {
    private static final Set<String> WRITING = Set.of("commit", "restore");

    private Interposed() {}

    /** Every second time the call was done, and only its answer is lost. */
    static CopyableStore failingAt(int call, CopyableStore store) {
        AtomicInteger calls = new AtomicInteger();
        return (CopyableStore) Proxy.newProxyInstance(
                CopyableStore.class.getClassLoader(), new Class<?>[] {CopyableStore.class}, (proxy, method, args) -> {
                    boolean fails = WRITING.contains(method.getName()) && calls.getAndIncrement() == 0;
                    if (fails && call % 2 == 0) {
                        method.invoke(store, args);
                    }
                    if (fails) {
                        throw new StoreFailureException(Outcome.UNKNOWN, "the disk is gone; look for it");
                    }
                    try {
                        return method.invoke(store, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
