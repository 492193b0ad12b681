package dev.parley.persistence.rows;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.StoreClosedException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GateTest {
    private static final int MANY = 100_000;

    private final Gate gate = new Gate();

    /** As many calls as virtual threads may make at once. */
    @Test
    void letsManyThroughAtOnce() {
        for (int i = 0; i < MANY; i++) {
            gate.enter();
        }
        for (int i = 0; i < MANY; i++) {
            gate.leave();
        }
        assertTrue(gate.shut());
    }

    @Test
    void waitsForThoseInsideAndLetsNobodyElseIn() throws Exception {
        gate.enter();
        FutureTask<Boolean> shutting = new FutureTask<>(gate::shut);
        Thread closer = new Thread(shutting);
        closer.start();
        while (closer.getState() != Thread.State.WAITING) {
            assertFalse(shutting.isDone(), "it waits for the call inside");
            Thread.onSpinWait();
        }
        FutureTask<Object> entering = new FutureTask<>(gate::enter, "inside");
        new Thread(entering).start();

        gate.leave();

        assertTrue(shutting.get());
        assertInstanceOf(
                StoreClosedException.class,
                assertThrows(ExecutionException.class, entering::get).getCause());
    }

    @Test
    void isShutOnce() {
        assertTrue(gate.shut());
        assertFalse(gate.shut());
        assertThrows(StoreClosedException.class, gate::enter);
    }
}
