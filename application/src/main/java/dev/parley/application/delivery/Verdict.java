package dev.parley.application.delivery;

import dev.parley.domain.message.Receipt;

/** What an {@link UnconfirmedPolicy} found out about a message. */
public sealed interface Verdict {
    /** It went out. */
    static Verdict wasSent(Receipt receipt) {
        return new WasSent(receipt);
    }

    /** It did not go out. It is sent again at once, if it was not tried as often as it may be. */
    static Verdict wasNotSent() {
        return new WasNotSent();
    }

    /** It cannot be told yet. The question comes again, later each time. */
    static Verdict stillUnknown() {
        return new StillUnknown();
    }

    /** It cannot be told at all. The message stays unconfirmed until a human decides. */
    static Verdict leaveToHuman() {
        return new LeaveToHuman();
    }

    /**
     * See {@link #wasSent}.
     *
     * @param receipt what is known of it
     */
    record WasSent(Receipt receipt) implements Verdict {}

    /** See {@link #wasNotSent}. */
    record WasNotSent() implements Verdict {}

    /** See {@link #stillUnknown}. */
    record StillUnknown() implements Verdict {}

    /** See {@link #leaveToHuman}. */
    record LeaveToHuman() implements Verdict {}
}
