package dev.parley.domain.message;

import dev.parley.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How far an owed message has come. */
public enum DeliveryState {
    /** It is to be sent. */
    PENDING("pending"),
    /** A sender has it; whether it went out is not known yet. */
    SENDING("sending"),
    /** It went out. */
    SENT("sent"),
    /** A sender had it and no result was recorded: it may have gone out or not. */
    UNCONFIRMED("unconfirmed"),
    /** It was tried as often as it may be, and did not go out. A human decides. */
    FAILED("failed"),
    /** A human has decided that it need not go out. */
    GIVEN_UP("given_up");

    private static final Map<String, DeliveryState> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(DeliveryState::code, Function.identity()));

    private final String code;

    DeliveryState(String code) {
        this.code = code;
    }

    /** The name under which stores and JSON know this state; it never changes. */
    public String code() {
        return code;
    }

    /** Whether nothing more is owed. Until then no later message of the same negotiation is sent. */
    public boolean isSettled() {
        return this == SENT || this == GIVEN_UP;
    }

    /**
     * The state of a {@linkplain #code code}.
     *
     * @throws InvalidValueException if no state has it, as in data of a newer version
     */
    public static DeliveryState fromCode(String code) {
        DeliveryState state = BY_CODE.get(code);
        if (state == null) {
            throw new InvalidValueException(
                    "delivery",
                    "is none of " + BY_CODE.keySet().stream().sorted().toList());
        }
        return state;
    }

    @Override
    public String toString() {
        return code;
    }
}
