package dev.parley.persistence.sqlite.legacy;

/**
 * What became of a row.
 *
 * @param row its name, as in a finding
 * @param imported whether its negotiation could be read
 */
record RowOutcome(String row, boolean imported) {}
