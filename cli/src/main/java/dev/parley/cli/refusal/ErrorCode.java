package dev.parley.cli.refusal;

/** Why something was not done, in the words of the batch protocol; each goes with an exit code of the process. */
public enum ErrorCode {
    /** What was asked is malformed. */
    BAD_REQUEST("bad_request", ExitCode.USAGE),
    /** No such negotiation, thread, campaign, step, message or row in quarantine is stored. */
    NOT_FOUND("not_found", ExitCode.REFUSED),
    /** The name is in use, and for something else. */
    ALREADY_EXISTS("already_exists", ExitCode.REFUSED),
    /** The email thread belongs to another negotiation, or the negotiation to another thread. */
    THREAD_TAKEN("thread_taken", ExitCode.REFUSED),
    /** The event is not legal in this state. */
    ILLEGAL_TRANSITION("illegal_transition", ExitCode.REFUSED),
    /** The negotiation has changed since the revision that the request names. */
    STALE_REVISION("stale_revision", ExitCode.REFUSED),
    /** Another step of this negotiation was committed under the key. */
    STEP_CONFLICT("step_conflict", ExitCode.REFUSED),
    /** What is asked of a message is not possible as far as it has come. */
    ILLEGAL_DELIVERY("illegal_delivery", ExitCode.REFUSED),
    /** The message has come further since it was claimed or read. */
    STALE_DELIVERY("stale_delivery", ExitCode.REFUSED),
    /** Another agreement of this negotiation is booked. */
    AGREEMENT_CONFLICT("agreement_conflict", ExitCode.REFUSED),
    /** A value exceeds a documented limit. */
    TOO_LARGE("too_large", ExitCode.USAGE),
    /** It is stored and cannot be read. */
    UNREADABLE("unreadable", ExitCode.STORE_TROUBLE),
    /** The store was closed. */
    CLOSED("closed", ExitCode.STORE_TROUBLE),
    /** Another writer held the store for too long; nothing was written. */
    BUSY("busy", ExitCode.STORE_TROUBLE),
    /** The store is broken, full or gone. */
    STORE_FAILURE("store_failure", ExitCode.STORE_TROUBLE);

    private final String code;
    private final int exitCode;

    ErrorCode(String code, int exitCode) {
        this.code = code;
        this.exitCode = exitCode;
    }

    /** The name in the batch protocol; it never changes. */
    public String code() {
        return code;
    }

    /** What a command that failed so exits with. */
    public int exitCode() {
        return exitCode;
    }

    @Override
    public String toString() {
        return code;
    }
}
