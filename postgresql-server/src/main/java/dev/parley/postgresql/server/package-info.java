/**
 * A real PostgreSQL for tests: the server that {@code PARLEY_POSTGRES_URL} names, or one that the build starts once,
 * shares among its modules and ends with itself.
 */
package dev.parley.postgresql.server;
