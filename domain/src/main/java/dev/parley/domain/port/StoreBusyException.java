package dev.parley.domain.port;

import java.time.Duration;

/** Another process or thread held the data for longer than the store waits. Nothing was written. */
public final class StoreBusyException extends StoreException {
    private static final long serialVersionUID = 1L;

    /**
     * @param waited how long the store waits
     * @param cause what the database said
     */
    public StoreBusyException(Duration waited, Throwable cause) {
        super(
                "the store was held by another writer for more than " + waited.toMillis()
                        + " ms; nothing was written, try again or open it with a longer wait",
                cause);
    }
}
