package dev.parley.testkit.contract;

import dev.parley.testkit.contract.campaign.CampaignsAndAgreementsContract;
import dev.parley.testkit.contract.content.HostileContentContract;
import dev.parley.testkit.contract.content.SizeLimitsContract;
import dev.parley.testkit.contract.inbox.InboxContract;
import dev.parley.testkit.contract.outbox.OutboxContract;
import dev.parley.testkit.contract.recovery.DeadlineContract;
import dev.parley.testkit.contract.recovery.RecoveryAndQuarantineContract;
import dev.parley.testkit.contract.revision.HistoryContract;
import dev.parley.testkit.contract.revision.RevisionsAndRacesContract;
import dev.parley.testkit.contract.saving.SaveAndFindContract;

/**
 * Every promise of {@link dev.parley.domain.port.NegotiationStore}, as tests. A store's test is little more than the
 * factory:
 *
 * <pre>{@code
 * class MyStoreTest implements NegotiationStoreContract {
 *     @TempDir
 *     Path directory;
 *
 *     @Override
 *     public NegotiationStore openStore() {
 *         return MyStore.open(directory.resolve("parley.db"));
 *     }
 * }
 * }</pre>
 *
 * <p>Each of the groups may be implemented alone, while a store is being written. A failure begins with the promise that
 * broke. A store that outlives its client keeps {@link ReopenableStoreContract}, too, and one in which a test can damage
 * rows {@link dev.parley.testkit.contract.recovery.DamagedRowsContract}.
 */
public interface NegotiationStoreContract
        extends SaveAndFindContract,
                RevisionsAndRacesContract,
                HistoryContract,
                CampaignsAndAgreementsContract,
                OutboxContract,
                InboxContract,
                DeadlineContract,
                RecoveryAndQuarantineContract,
                HostileContentContract,
                SizeLimitsContract,
                RandomWalkContract {}
