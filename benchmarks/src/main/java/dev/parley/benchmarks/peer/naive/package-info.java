/** The naive way: one shared connection. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.peer.naive;
