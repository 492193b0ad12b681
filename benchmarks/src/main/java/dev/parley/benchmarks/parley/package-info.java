/** Parley as a contender. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.parley;
