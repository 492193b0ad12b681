package dev.parley.domain.negotiation;

import dev.parley.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a negotiation stands. */
public enum NegotiationState {
    /** Nothing has been sent yet. */
    INITIAL_OFFER("initial_offer"),
    /** Our offer is out. */
    AWAITING_REPLY("awaiting_reply"),
    /** The influencer has replied, and it is our move. */
    COUNTER_RECEIVED("counter_received"),
    /** Our counter offer is out. */
    COUNTER_SENT("counter_sent"),
    /** Both sides agree. */
    AGREED("agreed"),
    /** One side has declined. */
    REJECTED("rejected"),
    /** A human decides. */
    ESCALATED("escalated"),
    /** No reply came in time. */
    STALE("stale"),
    /** Put on hold; RESUME leads back to the state before. */
    PAUSED("paused"),
    /** Called off by us. */
    STOPPED("stopped");

    private static final Map<String, NegotiationState> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NegotiationState::code, Function.identity()));

    private final String code;

    NegotiationState(String code) {
        this.code = code;
    }

    /** The name under which stores and JSON know this state; it never changes. */
    public String code() {
        return code;
    }

    /** Whether no event leads on from here. */
    public boolean isTerminal() {
        return TransitionTable.isTerminal(this);
    }

    /**
     * The state of a {@linkplain #code code}.
     *
     * @throws InvalidValueException if no state has it, as in data of a newer version
     */
    public static NegotiationState fromCode(String code) {
        NegotiationState state = BY_CODE.get(code);
        if (state == null) {
            throw new InvalidValueException(
                    "state", "is none of " + BY_CODE.keySet().stream().sorted().toList());
        }
        return state;
    }

    @Override
    public String toString() {
        return code;
    }
}
