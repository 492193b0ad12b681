package dev.parley.testkit;

/** What a store promises whose data outlives it: it can be opened again, and more than once at a time. */
public interface ReopenableStoreContract extends ReopeningContract, TwoInstancesContract {}
