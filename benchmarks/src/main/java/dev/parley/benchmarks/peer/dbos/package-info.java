/** DBOS Transact on PostgreSQL. */
package dev.parley.benchmarks.peer.dbos;
