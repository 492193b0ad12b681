package dev.parley.testkit.contract;

import dev.parley.testkit.contract.reopening.ClientCrashContract;
import dev.parley.testkit.contract.reopening.ReopeningContract;
import dev.parley.testkit.contract.reopening.TwoInstancesContract;

/**
 * What a store promises whose data outlives its client: it can be opened again, after its client has died, too, and more
 * than once at a time. A store that only one client may open at a time leaves out {@link TwoInstancesContract} and
 * implements the other two.
 */
public interface ReopenableStoreContract extends ReopeningContract, TwoInstancesContract, ClientCrashContract {}
