package dev.parley.domain.port;

/** The store is broken, full, gone or not what it should be. {@link #outcome} says what became of the call. */
public final class StoreFailureException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final Outcome outcome;

    /** What became of a call that failed. */
    public enum Outcome {
        /** Nothing was written. */
        NOT_WRITTEN,
        /** It may have been written or not; read to find out. */
        UNKNOWN
    }

    /**
     * @param outcome what became of the call
     * @param problem what went wrong and what to do about it
     */
    public StoreFailureException(Outcome outcome, String problem) {
        super(problem);
        this.outcome = outcome;
    }

    /**
     * @param outcome what became of the call
     * @param problem what went wrong and what to do about it
     * @param cause what the database or the file system said
     */
    public StoreFailureException(Outcome outcome, String problem, Throwable cause) {
        super(problem, cause);
        this.outcome = outcome;
    }

    /** What became of the call. */
    public Outcome outcome() {
        return outcome;
    }
}
