package dev.parley.cli.refusal;

/** What the process exits with. */
public final class ExitCode {
    /** Done as asked. */
    public static final int DONE = 0;

    /** Understood and refused. */
    public static final int REFUSED = 1;

    /** The command line cannot be understood. */
    public static final int USAGE = 2;

    /** The store is missing, broken, busy or holds something unreadable. */
    public static final int STORE_TROUBLE = 3;

    private ExitCode() {}
}
