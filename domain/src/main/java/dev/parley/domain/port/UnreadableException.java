package dev.parley.domain.port;

/** Something is stored but cannot be read: it is damaged, or a newer version wrote it. It is left as it is. */
public final class UnreadableException extends StoreException {
    private static final long serialVersionUID = 1L;

    private final transient UnreadableRow row;

    /** Names what cannot be read, and why. */
    public UnreadableException(UnreadableRow row) {
        super(row.kind() + " " + row.id() + " cannot be read: " + row.reason()
                + "; it is left as it is, repair it or read it with the version that wrote it");
        this.row = row;
    }

    /** What cannot be read, and why. */
    public UnreadableRow row() {
        return row;
    }
}
