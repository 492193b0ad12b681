package dev.parley.domain.negotiation;

import dev.parley.domain.value.InvalidValueException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What may happen to a negotiation. */
public enum NegotiationEvent {
    /** We make the opening offer. */
    SEND_OFFER("send_offer"),
    /** The influencer answers. */
    RECEIVE_REPLY("receive_reply"),
    /** The time for an answer is over. */
    TIMEOUT("timeout"),
    /** We make a counter offer: one more round. */
    SEND_COUNTER("send_counter"),
    /** The deal is made. */
    ACCEPT("accept"),
    /** The deal is off. */
    REJECT("reject"),
    /** A human is asked to decide. */
    ESCALATE("escalate"),
    /** The human has decided on a counter offer. */
    RESUME_COUNTER("resume_counter"),
    /** Hold the negotiation where it is. */
    PAUSE("pause"),
    /** Go on where it was held. */
    RESUME("resume"),
    /** Call it off. */
    STOP("stop");

    private static final Map<String, NegotiationEvent> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(NegotiationEvent::code, Function.identity()));

    private final String code;

    NegotiationEvent(String code) {
        this.code = code;
    }

    /** The name under which stores and JSON know this event; it never changes. */
    public String code() {
        return code;
    }

    /**
     * The event of a {@linkplain #code code}.
     *
     * @throws InvalidValueException if no event has it, as in data of a newer version
     */
    public static NegotiationEvent fromCode(String code) {
        NegotiationEvent event = BY_CODE.get(code);
        if (event == null) {
            throw new InvalidValueException(
                    "event", "is none of " + BY_CODE.keySet().stream().sorted().toList());
        }
        return event;
    }

    @Override
    public String toString() {
        return code;
    }
}
