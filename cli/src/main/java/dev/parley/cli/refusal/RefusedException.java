package dev.parley.cli.refusal;

/** The command line itself refuses what neither the domain nor the store knows how to. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /**
     * @param code why
     * @param message what was refused and what to do about it
     */
    public RefusedException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /** Why. */
    public ErrorCode code() {
        return code;
    }
}
