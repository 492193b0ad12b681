/**
 * The database that the Python system left behind, as a source of campaigns and negotiations. {@link
 * dev.parley.persistence.sqlite.legacy.LegacyDatabase} is the way in.
 */
package dev.parley.persistence.sqlite.legacy;
