package dev.parley.testkit.contract.copying;

/**
 * Copying whole: what copies say, restored in another store, reads there as it did, and never overwrites anything. For a
 * store that is a {@link dev.parley.domain.port.CopyableStore}.
 */
public interface CopyableStoreContract extends RestoringContract, RestoreConflictContract, CopyPagingContract {}
