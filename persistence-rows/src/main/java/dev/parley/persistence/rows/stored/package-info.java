/** Rows as they were found, which may be damaged, and what they mean. */
package dev.parley.persistence.rows.stored;
