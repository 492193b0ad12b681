/** PostgreSQL by hand: a server that lives with the measurement, and one transaction a step. */
package dev.parley.benchmarks.peer.postgres;
