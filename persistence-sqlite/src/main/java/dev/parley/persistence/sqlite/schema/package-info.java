/** The tables, how they come into a file, and the settings without which the store does not open. */
package dev.parley.persistence.sqlite.schema;
