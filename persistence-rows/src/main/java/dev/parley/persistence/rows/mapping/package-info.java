/**
 * The mapping between rows and the domain's snapshots. A field that only one side has breaks the build, so the two
 * cannot drift apart unseen.
 */
package dev.parley.persistence.rows.mapping;
