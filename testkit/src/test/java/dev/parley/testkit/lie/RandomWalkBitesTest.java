package dev.parley.testkit.lie;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.walk.RandomWalk;
import dev.parley.testkit.walk.Seeds;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The random walk finds a broken store by itself, without a test of the promise that it breaks. */
class RandomWalkBitesTest {
    @TestFactory
    Stream<DynamicTest> theRandomWalkFindsABrokenStoreByItself() {
        return Stream.<Supplier<NegotiationStore>>of(
                        BrokenContent.LosesScale::new,
                        BrokenReads.ForgetsPauses::new,
                        BrokenWrites.WritesBehind::new,
                        BrokenWrites.NoRevisionCheck::new,
                        BrokenClaims.ForgetsClaims::new,
                        BrokenClaims.IgnoresOrder::new,
                        BrokenClaims.FirstInFirstOut::new,
                        BrokenClaims.SendsTheAbandonedAgain::new,
                        BrokenBookkeeping.DeliversBlindly::new,
                        BrokenBookkeeping.LosesReceipts::new,
                        BrokenBookkeeping.TakesConflictsForDuplicates::new,
                        BrokenBookkeeping.LosesDeadlines::new,
                        BrokenBookkeeping.ExpiresWhatIsPaused::new,
                        BrokenBookkeeping.ForgetsTooMuch::new,
                        BrokenRecovery.CountsWhatIsSettled::new,
                        BrokenRecovery.CountsTheAbandonedAsOwed::new)
                .map(broken -> dynamicTest(broken.get().getClass().getSimpleName(), () -> {
                    boolean found = LongStream.range(0, 40).anyMatch(more -> differs(broken, Seeds.first() + more));
                    assertTrue(found, "one of forty walks finds it");
                }));
    }

    private static boolean differs(Supplier<NegotiationStore> broken, long seed) {
        try {
            RandomWalk.drive(broken.get(), seed, 50);
            return false;
        } catch (AssertionError found) {
            return true;
        }
    }
}
