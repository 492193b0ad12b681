package dev.parley.persistence.sqlite.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.port.StoreClosedException;
import java.util.List;
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
        Crowd crowd = new Crowd();
        crowd.join(gate::shut);
        crowd.join(() -> {
            gate.enter();
            return "inside";
        });

        gate.leave();

        List<Object> outcomes = crowd.outcomes();
        assertEquals(true, outcomes.get(0));
        assertEquals(StoreClosedException.class, outcomes.get(1).getClass());
    }

    @Test
    void isShutOnce() {
        assertTrue(gate.shut());
        assertFalse(gate.shut());
        assertThrows(StoreClosedException.class, gate::enter);
    }
}
