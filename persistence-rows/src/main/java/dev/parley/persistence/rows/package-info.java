/** The stored rows as records, each with the checksum of what it holds. */
package dev.parley.persistence.rows;
