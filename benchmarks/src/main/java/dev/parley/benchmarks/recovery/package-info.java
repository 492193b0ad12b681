/** How fast everything in flight is given back. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.recovery;
