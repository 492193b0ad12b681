/** Parley's tables in every version, and what a server must be like to be trusted with them. */
package dev.parley.persistence.postgresql.schema;
