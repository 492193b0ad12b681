package dev.parley.domain.value;

/**
 * A value was refused at the door. Nothing was changed or stored.
 *
 * <p>The message names the value and says what to do about it; it never contains the value itself, which may be
 * confidential.
 */
public class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String subject;
    private final String problem;

    /**
     * @param subject the name of the refused value, such as {@code budget} or {@code context.next_cpm}
     * @param problem what is wrong with it and what would be right
     */
    public InvalidValueException(String subject, String problem) {
        super(subject + ": " + problem);
        this.subject = subject;
        this.problem = problem;
    }

    /** The name of the refused value, such as {@code budget} or {@code context.next_cpm}. */
    public final String subject() {
        return subject;
    }

    /** What is wrong with it and what would be right. */
    public final String problem() {
        return problem;
    }
}
