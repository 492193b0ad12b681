package dev.parley.benchmarks.jmh;

/**
 * What one operation costs, over the iterations that measured it; each gives the mean of very many operations.
 *
 * @param name the benchmark's class and method, such as {@code MachineBenchmark.parley}, and its parameters
 * @param nanosPerOp the median of the iterations, in nanoseconds
 * @param fastest the fastest of them, in nanoseconds
 * @param slowest the slowest of them, in nanoseconds
 * @param bytesPerOp what an operation allocates on the heap, in bytes
 */
public record Figure(String name, double nanosPerOp, double fastest, double slowest, double bytesPerOp) {}
