package dev.parley.domain.port;

/** No row in quarantine has this number; it may have been released already. */
public final class QuarantinedRowNotFoundException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final long number;

    /** Names what was asked for. */
    public QuarantinedRowNotFoundException(long number) {
        super("no row is in quarantine under number " + number + "; list the quarantine to see which are");
        this.number = number;
    }

    /** The number. */
    public long number() {
        return number;
    }
}
