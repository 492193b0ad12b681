package dev.parley.testkit.contract;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.junit.StoreFactory;
import dev.parley.testkit.walk.RandomWalk;
import dev.parley.testkit.walk.Seeds;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random legal commits, compared with a plain model after each. */
interface RandomWalkContract extends StoreFactory {
    @RepeatedTest(4)
    default void theStoreAgreesWithAPlainModel(NegotiationStore store, RepetitionInfo repetition) {
        RandomWalk.drive(store, Seeds.first() + repetition.getCurrentRepetition() - 1, 40);
    }
}
