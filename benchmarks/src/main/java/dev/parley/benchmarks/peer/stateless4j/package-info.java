/** stateless4j, in memory. */
package dev.parley.benchmarks.peer.stateless4j;
