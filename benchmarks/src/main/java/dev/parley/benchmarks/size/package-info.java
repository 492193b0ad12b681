/** How many bytes a negotiation takes. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.size;
