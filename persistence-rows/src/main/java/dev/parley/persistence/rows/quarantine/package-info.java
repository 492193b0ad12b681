/** Rows that cannot be read: how they come into quarantine, as documents that a human can mend, and out of it. */
package dev.parley.persistence.rows.quarantine;
