/** How figures are taken, kept and compared. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.measure;
