package dev.parley.domain.port;

/** The store was closed before the call. Nothing was written. */
public final class StoreClosedException extends StoreException {
    private static final long serialVersionUID = 1L;

    /** Says that the store is closed. */
    public StoreClosedException() {
        super("the store is closed; open it again");
    }
}
