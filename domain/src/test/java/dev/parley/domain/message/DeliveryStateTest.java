package dev.parley.domain.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStateTest {
    @Test
    void theCodesNeverChange() {
        assertEquals(
                List.of("pending", "sending", "sent", "unconfirmed", "failed", "given_up"),
                Arrays.stream(DeliveryState.values()).map(DeliveryState::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void aStateIsFoundByItsCodeAndWrittenAsIt(DeliveryState state) {
        assertSame(state, DeliveryState.fromCode(state.code()));
        assertEquals(state.code(), state.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SENT", "given-up", "bounced", " sent"})
    void aCodeOfNoStateIsRefused(String code) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> DeliveryState.fromCode(code));

        assertEquals(
                "delivery: is none of [failed, given_up, pending, sending, sent, unconfirmed]", refused.getMessage());
    }

    @Test
    void nothingMoreIsOwedOfWhatWasSentOrGivenUp() {
        Set<DeliveryState> settled = Arrays.stream(DeliveryState.values())
                .filter(DeliveryState::isSettled)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DeliveryState.class)));

        assertEquals(EnumSet.of(DeliveryState.SENT, DeliveryState.GIVEN_UP), settled);
    }
}
