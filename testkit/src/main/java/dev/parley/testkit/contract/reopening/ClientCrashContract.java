package dev.parley.testkit.contract.reopening;

/** Crash of a client in the middle: the next one finds all of what it was at, or nothing, and goes on. */
public interface ClientCrashContract extends CommitCrashContract, ClaimCrashContract, CrashUnderLoadContract {}
