/** The limit: what SQLite and the driver can do at the most with the same statements and bytes. */
@org.jspecify.annotations.NullMarked
package dev.parley.benchmarks.peer.limit;
