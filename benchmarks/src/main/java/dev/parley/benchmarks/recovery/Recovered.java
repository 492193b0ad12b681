package dev.parley.benchmarks.recovery;

/**
 * What a start-up gave back.
 *
 * @param rows how many negotiations
 * @param nanos how long it took, the opening of the file left out
 */
public record Recovered(long rows, long nanos) {}
