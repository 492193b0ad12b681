package dev.parley.testkit.contract.saving;

/** Saving and finding: what was committed is found by id, thread and page, whole or not at all, until it is deleted. */
public interface SaveAndFindContract
        extends OpeningContract, ThreadContract, PagingContract, AtomicityContract, DeletionContract, ClosingContract {}
