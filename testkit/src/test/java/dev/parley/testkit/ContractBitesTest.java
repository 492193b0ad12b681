package dev.parley.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.parley.domain.port.NegotiationStore;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/** The contract fails on stores that break it: each of these breaks one promise, and the test of that promise says so. */
class ContractBitesTest {
    /** What the launcher runs; it asks for the store that was put here for it. */
    static class Subject implements NegotiationStoreContract {
        private static final ThreadLocal<Supplier<NegotiationStore>> STORE =
                ThreadLocal.withInitial(() -> InMemoryNegotiationStore::new);

        @Override
        public NegotiationStore openStore() {
            return STORE.get().get();
        }
    }

    @TestFactory
    Stream<DynamicTest> aStoreThatBreaksAPromiseFailsItsTest() {
        return Stream.of(
                        bites(
                                BrokenWrites.NoRevisionCheck::new,
                                "aStaleWriteIsRefusedAndTheWinnerStillReadsBack",
                                "aRevisionFromTheFutureIsRefused",
                                "ofManyThreadsOnOneRevisionExactlyOneWins"),
                        bites(
                                BrokenWrites.ChecksBeforeItLocks::new,
                                "ofManyThreadsOnOneRevisionExactlyOneWins",
                                "noChangeIsLostWhenEachTriesAgain"),
                        bites(
                                BrokenWrites.PieceByPiece::new,
                                "aStaleChangeLeavesNothing",
                                "aTakenThreadLeavesNothing",
                                "aConflictingAgreementLeavesNothing",
                                "readersNeverSeeAStepWithoutItsAgreementAndMessages",
                                "readersSeeBothChangesOfACommitOrNeither"),
                        bites(
                                BrokenWrites.KeepsRefusedAgreements::new,
                                "aDuplicateMessageLeavesNothing",
                                "aDuplicateStepLeavesNothing"),
                        bites(
                                BrokenWrites.SwallowsDuplicates::new,
                                "anOwedMessageNeedsAnIdOfItsOwn",
                                "anInboundMessageIsHandledOnceByANegotiation",
                                "aStepIsCommittedOnceUnderItsKey"),
                        bites(
                                BrokenWrites.BringsBackTheDeleted::new,
                                "aStaleWriterCannotBringBackADeletedNegotiation",
                                "changingWhatIsNotStoredIsRefused"),
                        bites(
                                BrokenWrites.WritesBehind::new,
                                "whatWasOpenedReadsBackAtRevisionOne",
                                "eachChangeAddsOneToTheRevision"),
                        bites(BrokenWrites.DeletesBlindly::new, "aStaleDeletionIsRefused", "deletingTwiceIsRefused"),
                        bites(
                                BrokenReads.ForgetsPauses::new,
                                "aLongHistoryReadsBackWhole",
                                "aPausedNegotiationRemembersTheStateBefore"),
                        bites(BrokenReads.EmptyCauseIsNull::new, "timeAndCauseMayBeUnknown", "aCauseReadsBackAsItWas"),
                        bites(
                                BrokenReads.Milliseconds::new,
                                "whatWasOpenedReadsBackAtRevisionOne",
                                "instantsAreKeptToTheMicrosecond"),
                        bites(BrokenReads.OverwritesCreatedAt::new, "createdAtIsKeptAndUpdatedAtMoves"),
                        bites(
                                BrokenReads.LosesScale::new,
                                "whatWasOpenedReadsBackAtRevisionOne",
                                "aContextReadsBackAsItWas"),
                        bites(
                                BrokenReads.SortsKeys::new,
                                "theOrderOfKeysIsThatOfTheLastCommit",
                                "aContextReadsBackAsItWas"),
                        bites(BrokenReads.FoldsThreads::new, "identifiersAreTheirCharacters"),
                        bites(
                                BrokenReads.PagesByOffset::new,
                                "aPageGoesOnBehindADeletedRow",
                                "whatIsUntouchedIsMetOnceWhileOthersAreCommitted"),
                        bites(BrokenReads.DeletesAgreements::new, "theCampaignKeepsTheAgreement"),
                        bites(BrokenReads.StaysOpen::new, "everyCallAfterClosingIsRefused"))
                .flatMap(tests -> tests);
    }

    @Test
    void aSoundStorePassesWhenItIsRunInTheSameWay() {
        TestExecutionSummary summary = run(ForwardingStore::new, "aPageGoesOnBehindADeletedRow");
        assertEquals(1, summary.getTestsSucceededCount(), "the test runs and passes");
    }

    @TestFactory
    Stream<DynamicTest> theRandomWalkFindsABrokenStoreByItself() {
        return Stream.<Supplier<NegotiationStore>>of(
                        BrokenReads.LosesScale::new,
                        BrokenReads.ForgetsPauses::new,
                        BrokenWrites.WritesBehind::new,
                        BrokenWrites.NoRevisionCheck::new)
                .map(broken -> dynamicTest(name(broken), () -> {
                    boolean found = LongStream.range(0, 20).anyMatch(more -> differs(broken, Seeds.first() + more));
                    assertTrue(found, "one of twenty walks finds it");
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

    private static Stream<DynamicTest> bites(Supplier<NegotiationStore> broken, String... tests) {
        return Arrays.stream(tests).map(test -> dynamicTest(name(broken) + ": " + test, () -> mustFail(broken, test)));
    }

    private static String name(Supplier<NegotiationStore> broken) {
        return broken.get().getClass().getSimpleName();
    }

    private static void mustFail(Supplier<NegotiationStore> broken, String test) {
        TestExecutionSummary summary = run(broken, test);
        assertTrue(summary.getTestsStartedCount() > 0, "the test runs");
        assertTrue(summary.getTestsFailedCount() > 0, "the contract fails");
        for (Failure failure : summary.getFailures()) {
            assertInstanceOf(AssertionError.class, failure.getException(), "the failure is an assertion's");
        }
    }

    private static TestExecutionSummary run(Supplier<NegotiationStore> store, String test) {
        Subject.STORE.set(store);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(named(test))
                                .build(),
                        listener);
        return listener.getSummary();
    }

    private static MethodSelector named(String test) {
        return Arrays.stream(Subject.class.getMethods())
                .filter(method -> method.getName().equals(test))
                .map(method -> selectMethod(Subject.class, method))
                .findFirst()
                .orElseThrow();
    }
}
