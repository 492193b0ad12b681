package dev.parley.domain.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTest {
    @ParameterizedTest
    @EnumSource
    void aStateIsFoundByItsCodeAndWrittenAsIt(NegotiationState state) {
        assertSame(state, NegotiationState.fromCode(state.code()));
        assertEquals(state.code(), state.toString());
    }

    @ParameterizedTest
    @EnumSource
    void anEventIsFoundByItsCodeAndWrittenAsIt(NegotiationEvent event) {
        assertSame(event, NegotiationEvent.fromCode(event.code()));
        assertEquals(event.code(), event.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AWAITING_REPLY", "awaiting-reply", "haggling", " paused"})
    void aCodeOfNoStateIsRefused(String code) {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> NegotiationState.fromCode(code));

        assertEquals(
                "state: is none of [agreed, awaiting_reply, counter_received, counter_sent, escalated, initial_offer,"
                        + " paused, rejected, stale, stopped]",
                refused.getMessage());
    }

    @Test
    void aCodeOfNoEventIsRefused() {
        InvalidValueException refused =
                assertThrows(InvalidValueException.class, () -> NegotiationEvent.fromCode("ACCEPT"));

        assertEquals(
                "event: is none of [accept, escalate, pause, receive_reply, reject, resume, resume_counter,"
                        + " send_counter, send_offer, stop, timeout]",
                refused.getMessage());
    }
}
