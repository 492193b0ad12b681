/** squirrel-foundation, in memory. */
package dev.parley.benchmarks.peer.squirrel;
