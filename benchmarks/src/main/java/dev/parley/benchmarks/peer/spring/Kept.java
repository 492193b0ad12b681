package dev.parley.benchmarks.peer.spring;

/**
 * A machine and the id under which it is stored.
 *
 * @param id the id of its negotiation
 * @param machine stands, or is to stand, where that negotiation does
 */
record Kept(String id, SpringMachine machine) {}
