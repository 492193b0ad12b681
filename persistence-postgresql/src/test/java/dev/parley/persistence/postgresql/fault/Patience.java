package dev.parley.persistence.postgresql.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreException;
import dev.parley.domain.port.StoreFailureException;
import java.util.function.Supplier;

/** What a node does while the server is gone: it says so and asks again, as often as it takes. */
final class Patience {
    private Patience() {}

    /** Calls until the store answers. It is the pool that waits, for a connection. */
    static <T> T with(Supplier<T> call) {
        while (true) {
            try {
                return call.get();
            } catch (StoreFailureException failure) {
                told(failure, failure.outcome().name());
            } catch (StoreBusyException busy) {
                told(busy, "NOT_WRITTEN");
            }
        }
    }

    static void told(StoreException trouble, String outcome) {
        Parent.say("trouble", trouble.getClass().getSimpleName(), outcome);
    }
}
