package dev.parley.application;

import dev.parley.domain.port.NegotiationStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Puts what a test does around the calls of a store. */
public final class Around {
    private Around() {}

    /** A call on its way to the store. */
    public interface Call {
        Object proceed() throws Throwable;
    }

    /** Is given each call instead of the store. */
    public interface Meddler {
        Object call(String method, Object[] arguments, Call call) throws Throwable;
    }

    public static NegotiationStore store(NegotiationStore store, Meddler meddler) {
        return (NegotiationStore) Proxy.newProxyInstance(
                Around.class.getClassLoader(),
                new Class<?>[] {NegotiationStore.class},
                (proxy, method, arguments) -> meddler.call(method.getName(), arguments, () -> {
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException refused) {
                        throw refused.getCause();
                    }
                }));
    }
}
