/** How a commit becomes rows, and what is refused for what stands: over the tables that a store implements. */
package dev.parley.persistence.rows.commit;
