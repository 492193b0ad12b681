/** The shape of the Python system that came before: one wide row a negotiation. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.peer.reference;
