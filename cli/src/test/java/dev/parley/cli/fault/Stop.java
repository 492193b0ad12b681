package dev.parley.cli.fault;

import dev.parley.cli.fault.Orders.Place;
import dev.parley.crash.Parent;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a child is to die: the thread that comes there for the n-th time says so and stays, until it is killed. */
record Stop(Place place, int nth, AtomicInteger arrivals) {
    static Stop at(Place place, int nth) {
        return new Stop(place, nth, new AtomicInteger());
    }

    void at(Place reached) {
        if (reached == place && arrivals.incrementAndGet() == nth) {
            Parent.say("here " + place);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException nobodyDoesThat) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A store that stops before each claim and after each record of a delivery. */
    NegotiationStore around(NegotiationStore store) {
        return (NegotiationStore) Proxy.newProxyInstance(
                NegotiationStore.class.getClassLoader(),
                new Class<?>[] {NegotiationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("claim")) {
                        at(Place.BEFORE_CLAIM);
                    }
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (arguments != null
                                && arguments[0] instanceof Commit commit
                                && !commit.deliveries().isEmpty()) {
                            at(Place.AFTER_RECORD);
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
