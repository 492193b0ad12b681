package dev.parley.testkit;

import static dev.parley.testkit.ContractRun.bites;
import static dev.parley.testkit.ContractRun.run;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The contract fails on stores that break it: each of these breaks one promise, and the test of that promise says so. */
class ContractBitesTest {
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
                                "readersSeeBothChangesOfACommitOrNeither",
                                "readersNeverSeeASentMessageWithoutItsThread",
                                "aStaleDeliveryLeavesNothing"),
                        bites(
                                BrokenWrites.KeepsRefusedAgreements::new,
                                "aDuplicateMessageLeavesNothing",
                                "aDuplicateStepLeavesNothing"),
                        bites(
                                BrokenWrites.SwallowsDuplicates::new,
                                "anOwedMessageNeedsAnIdOfItsOwn",
                                "anInboundMessageIsHandledOnceByANegotiation",
                                "aStepIsCommittedOnceUnderItsKey",
                                "aRepeatedStepIsToldWhatCameOfTheFirst",
                                "ofManyThreadsThatTakeOneStepExactlyOneIsCommitted"),
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
}
