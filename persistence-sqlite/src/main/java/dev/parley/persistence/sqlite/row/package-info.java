/**
 * The stored rows as records, and their mapping to the domain's snapshots. A field that only one side has breaks the
 * build, so the two cannot drift apart unseen.
 */
package dev.parley.persistence.sqlite.row;
