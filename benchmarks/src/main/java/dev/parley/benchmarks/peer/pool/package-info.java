/** The usual way: a pool of connections. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.peer.pool;
