package dev.parley.testkit;

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
 * <p>The tests are grouped into interfaces, each of which may be implemented alone. A store that outlives its process
 * keeps {@link ReopenableStoreContract}, too.
 */
public interface NegotiationStoreContract
        extends OpeningContract,
                ThreadContract,
                RevisionContract,
                RaceContract,
                HistoryContract,
                CampaignContract,
                AgreementContract,
                UnbookedContract,
                MessageContract,
                IdempotencyContract,
                RecordedStepContract,
                StepNameFirstContract,
                ForgettingContract,
                OutboxContract,
                OutboxOrderContract,
                OutboxRaceContract,
                UnconfirmedContract,
                DeliveryContract,
                DeliveryFidelityContract,
                OwedPagingContract,
                DeadlineContract,
                BacklogContract,
                QuarantineContract,
                AtomicityContract,
                VisibilityContract,
                PagingContract,
                OutlineContract,
                DeletionContract,
                FidelityContract,
                CampaignFidelityContract,
                LimitsContract,
                ClosingContract,
                RandomWalkContract {}
