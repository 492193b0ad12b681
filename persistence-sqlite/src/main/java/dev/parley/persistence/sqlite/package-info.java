/** The store on SQLite. {@link dev.parley.persistence.sqlite.SqliteNegotiationStore} is the way in. */
package dev.parley.persistence.sqlite;
