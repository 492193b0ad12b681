package dev.parley.application.delivery;

import dev.parley.domain.message.OwedMessage;

/**
 * Decides about a message of which nobody knows whether it went out: its sender died, or could not tell. It is called
 * outside of any transaction, by as many threads as call {@link MessageDispatcher#dispatch}.
 */
public interface UnconfirmedPolicy {
    /**
     * Finds out what came of a message, as by asking the mailbox for its Message-ID. It takes less time than the
     * dispatcher's lease.
     *
     * @throws Exception counts as {@link Verdict.StillUnknown}
     */
    Verdict ask(OwedMessage message) throws Exception;

    /**
     * Leaves each of them to a human, who lists them and has each sent again or gives it up. Nothing goes out twice.
     */
    static UnconfirmedPolicy leaveToHuman() {
        return message -> Verdict.leaveToHuman();
    }

    /**
     * Sends each of them again. Only for a provider that drops a second message of the same id; with any other the
     * influencer may get an email twice.
     */
    static UnconfirmedPolicy resend() {
        return message -> Verdict.wasNotSent();
    }
}
