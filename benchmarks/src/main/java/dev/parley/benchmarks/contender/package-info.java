/** The ways to keep negotiations that are measured beside each other. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.contender;
