/** The store on PostgreSQL. Its one door is {@link dev.parley.persistence.postgresql.PostgresNegotiationStore}. */
package dev.parley.persistence.postgresql;
