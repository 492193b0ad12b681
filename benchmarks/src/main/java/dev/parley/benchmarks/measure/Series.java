package dev.parley.benchmarks.measure;

/**
 * What is measured again in each round.
 *
 * @param measure such as {@code commit}
 * @param setting what was varied, such as {@code 64 threads}
 * @param contender the name of a contender
 * @param quantity what the value is and in which unit, such as {@code per_second}
 */
public record Series(String measure, String setting, String contender, String quantity) {
    /** The same of another contender. */
    public Series of(String other) {
        return new Series(measure, setting, other, quantity);
    }

    /** Another quantity of the same. */
    public Series giving(String other) {
        return new Series(measure, setting, contender, other);
    }

    /** The same in another setting. */
    public Series at(String other) {
        return new Series(measure, other, contender, quantity);
    }
}
