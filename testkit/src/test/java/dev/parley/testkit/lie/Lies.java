package dev.parley.testkit.lie;

import dev.parley.testkit.contract.campaign.CampaignsAndAgreementsContract;
import dev.parley.testkit.contract.content.HostileContentContract;
import dev.parley.testkit.contract.content.SizeLimitsContract;
import dev.parley.testkit.contract.inbox.InboxContract;
import dev.parley.testkit.contract.outbox.OutboxContract;
import dev.parley.testkit.contract.recovery.DamagedRowsContract;
import dev.parley.testkit.contract.recovery.DeadlineContract;
import dev.parley.testkit.contract.recovery.RecoveryAndQuarantineContract;
import dev.parley.testkit.contract.reopening.ClientCrashContract;
import dev.parley.testkit.contract.reopening.ReopeningContract;
import dev.parley.testkit.contract.reopening.TwoInstancesContract;
import dev.parley.testkit.contract.revision.HistoryContract;
import dev.parley.testkit.contract.revision.RevisionsAndRacesContract;
import dev.parley.testkit.contract.saving.SaveAndFindContract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every lie that the contract must catch, under the group that it belongs to. */
final class Lies {
    /** Where the stores that tell them are kept. */
    static final List<Class<?>> LIARS = List.of(
            BrokenAgreements.class,
            BrokenBookkeeping.class,
            BrokenClaims.class,
            BrokenClients.class,
            BrokenContent.class,
            BrokenDeletions.class,
            BrokenOutlines.class,
            BrokenQuarantine.class,
            BrokenReads.class,
            BrokenRecovery.class,
            BrokenWrites.class);

    static final Map<Class<?>, List<Lie>> BY_GROUP = new LinkedHashMap<>();

    static {
        BY_GROUP.put(
                SaveAndFindContract.class,
                List.of(
                        Lie.of(
                                "a commit that is written later",
                                BrokenWrites.WritesBehind::new,
                                "whatWasOpenedReadsBackAtRevisionOne"),
                        Lie.of(
                                "a torn commit",
                                BrokenWrites.PieceByPiece::new,
                                "aStaleChangeLeavesNothing",
                                "aTakenThreadLeavesNothing",
                                "aConflictingAgreementLeavesNothing",
                                "aStaleDeliveryLeavesNothing"),
                        Lie.of(
                                "agreements of a refused commit kept",
                                BrokenWrites.KeepsRefusedAgreements::new,
                                "aDuplicateMessageLeavesNothing",
                                "aDuplicateStepLeavesNothing"),
                        Lie.of(
                                "deliveries of a refused commit kept",
                                BrokenBookkeeping.KeepsRefusedDeliveries::new,
                                "aStaleChangeLeavesNothing",
                                "anUnknownMessageLeavesNothing",
                                "deliveriesAloneAreTakenWholeOrNotAtAll"),
                        Lie.of(
                                "pages that skip a row",
                                BrokenReads.PagesByOffset::new,
                                "aPageGoesOnBehindADeletedRow",
                                "whatIsUntouchedIsMetOnceWhileOthersAreCommitted"),
                        Lie.of(
                                "a deletion of any revision",
                                BrokenDeletions.DeletesBlindly::new,
                                "aStaleDeletionIsRefused",
                                "deletingTwiceIsRefused"),
                        Lie.of(
                                "a deleted negotiation brought back",
                                BrokenDeletions.BringsBackTheDeleted::new,
                                "aStaleWriterCannotBringBackADeletedNegotiation"),
                        Lie.of(
                                "a deletion that takes the agreement",
                                BrokenDeletions.DeletesAgreements::new,
                                "theCampaignKeepsTheAgreement"),
                        Lie.of(
                                "a deletion that leaves the inbox",
                                BrokenDeletions.LeavesTheInbox::new,
                                "aDeletedNegotiationIsGone",
                                "theIdAndTheThreadAreFreeAgain"),
                        Lie.of(
                                "a store that cannot be closed",
                                BrokenReads.StaysOpen::new,
                                "everyCallAfterClosingIsRefused")));
        BY_GROUP.put(
                RevisionsAndRacesContract.class,
                List.of(
                        Lie.of(
                                "a lost update",
                                BrokenWrites.NoRevisionCheck::new,
                                "aStaleWriteIsRefusedAndTheWinnerStillReadsBack",
                                "aRevisionFromTheFutureIsRefused",
                                "ofManyThreadsOnOneRevisionExactlyOneWins"),
                        Lie.of(
                                "a lost update in a race",
                                BrokenWrites.ChecksBeforeItLocks::new,
                                "ofManyThreadsOnOneRevisionExactlyOneWins",
                                "noChangeIsLostWhenEachTriesAgain"),
                        Lie.of(
                                "a commit seen in part",
                                BrokenWrites.PieceByPiece::new,
                                "readersNeverSeeAStepWithoutItsAgreementAndMessages",
                                "readersSeeBothChangesOfACommitOrNeither",
                                "readersNeverSeeASentMessageWithoutItsThread"),
                        Lie.of(
                                "a change that opens",
                                BrokenDeletions.BringsBackTheDeleted::new,
                                "changingWhatIsNotStoredIsRefused"),
                        Lie.of(
                                "created_at lost",
                                BrokenReads.OverwritesCreatedAt::new,
                                "createdAtIsKeptAndUpdatedAtMoves")));
        BY_GROUP.put(
                HistoryContract.class,
                List.of(
                        Lie.of(
                                "forgotten rows of the history",
                                BrokenReads.ForgetsPauses::new,
                                "aLongHistoryReadsBackWhole",
                                "aPausedNegotiationRemembersTheStateBefore"),
                        Lie.of(
                                "a history that is rewritten",
                                BrokenReads.RewritesHistory::new,
                                "anEntryThatIsStoredNeverChanges"),
                        Lie.of(
                                "no cause instead of an empty one",
                                BrokenContent.EmptyCauseIsNull::new,
                                "timeAndCauseMayBeUnknown")));
        BY_GROUP.put(
                CampaignsAndAgreementsContract.class,
                List.of(
                        Lie.of(
                                "an agreement overwritten",
                                BrokenAgreements.OverwritesAgreements::new,
                                "aDifferentAgreementIsRefusedAndTheFirstStands",
                                "oneOriginCannotSayTwoThingsInOneCommit"),
                        Lie.of(
                                "an agreement without its impressions",
                                BrokenAgreements.LosesImpressions::new,
                                "anAgreementIsBookedWithTheStepThatReachesIt")));
        BY_GROUP.put(
                OutboxContract.class,
                List.of(
                        Lie.of(
                                "a doubled claim",
                                BrokenClaims.GivesOneToTwo::new,
                                "ofManyThreadsThatClaimOneMessageExactlyOneGetsIt",
                                "ofManyThreadsThatTakeWhatIsOverExactlyOneGetsIt"),
                        Lie.of(
                                "a claim that is not kept",
                                BrokenClaims.ForgetsClaims::new,
                                "aClaimGivesTheMessageForOneAloneAndKeepsThat",
                                "ofManyThreadsThatClaimOneMessageExactlyOneGetsIt",
                                "aClaimThatIsOverIsUnconfirmedForTheNext"),
                        Lie.of(
                                "a reordered outbox",
                                BrokenClaims.IgnoresOrder::new,
                                "aLaterMessageWaitsUntilTheEarlierIsSettled",
                                "theOrderIsThatOfTheCommits",
                                "whatIsGivenUpHoldsNothing",
                                "manyThatWaitDoNotHideOneThatIsDue"),
                        Lie.of(
                                "first in, first out",
                                BrokenClaims.FirstInFirstOut::new,
                                "whatHasBeenDueTheLongestComesFirst"),
                        Lie.of(
                                "a claim before its time",
                                BrokenClaims.ClaimsEarly::new,
                                "nothingIsClaimedBeforeItIsDue",
                                "aDeferredMessageIsDueAgainAtItsTime",
                                "itIsGivenAgainWhenItIsTimeToAsk"),
                        Lie.of(
                                "an unconfirmed message sent again",
                                BrokenClaims.SendsTheAbandonedAgain::new,
                                "aClaimThatIsOverIsUnconfirmedForTheNext",
                                "anUnconfirmedMessageStaysSoHoweverOftenItIsTaken"),
                        Lie.of(
                                "a due message hidden by others",
                                BrokenClaims.LooksAtAFew::new,
                                "manyThatWaitDoNotHideOneThatIsDue"),
                        Lie.of(
                                "the last result of many",
                                BrokenBookkeeping.DeliversBlindly::new,
                                "aDeliveryDecidedOnSomethingElseIsRefused",
                                "aDeliveryDecidedOnAnotherReceiptIsRefused",
                                "aLateResultIsRefusedIfSomebodyElseHasTheMessage",
                                "ofManyResultsOfOneAttemptExactlyOneIsRecorded"),
                        Lie.of(
                                "a result on another attempt",
                                BrokenBookkeeping.ComparesStatesAlone::new,
                                "aDeliveryDecidedOnSomethingElseIsRefused",
                                "aDeliveryDecidedOnAnotherReceiptIsRefused"),
                        Lie.of(
                                "a receipt lost",
                                BrokenBookkeeping.LosesReceipts::new,
                                "aMessageAndTheThreadItBindsGoTogether")));
        BY_GROUP.put(
                InboxContract.class,
                List.of(
                        Lie.of(
                                "a swallowed duplicate",
                                BrokenWrites.SwallowsDuplicates::new,
                                "anOwedMessageNeedsAnIdOfItsOwn",
                                "anInboundMessageIsHandledOnceByANegotiation",
                                "aStepIsCommittedOnceUnderItsKey",
                                "aRepeatedStepIsToldWhatCameOfTheFirst",
                                "ofManyThreadsThatTakeOneStepExactlyOneIsCommitted"),
                        Lie.of(
                                "a conflict taken for a duplicate",
                                BrokenBookkeeping.TakesConflictsForDuplicates::new,
                                "aStepOfOtherContentIsAConflict",
                                "aKnownNameIsToldBeforeAnyOtherContradiction"),
                        Lie.of(
                                "a known step called stale",
                                BrokenBookkeeping.LooksAtNamesLast::new,
                                "aKnownNameIsToldBeforeAnyOtherContradiction",
                                "aRepeatedStepIsToldWhatCameOfTheFirst",
                                "ofManyThreadsThatTakeOneStepExactlyOneIsCommitted"),
                        Lie.of(
                                "names forgotten too early",
                                BrokenBookkeeping.ForgetsTooMuch::new,
                                "onlyWhatHasEndedBeforeIsForgotten")));
        BY_GROUP.put(
                DeadlineContract.class,
                List.of(
                        Lie.of(
                                "a forgotten deadline",
                                BrokenBookkeeping.LosesDeadlines::new,
                                "aDeadlineReadsBack",
                                "aPausedNegotiationIsOverdueOnceItIsResumed"),
                        Lie.of(
                                "a paused negotiation overdue",
                                BrokenBookkeeping.ExpiresWhatIsPaused::new,
                                "aPausedNegotiationIsOverdueOnceItIsResumed")));
        BY_GROUP.put(
                RecoveryAndQuarantineContract.class,
                List.of(
                        Lie.of(
                                "a recovery that skips a state",
                                BrokenRecovery.SkipsThePaused::new,
                                "everyNegotiationInFlightIsGivenBackAsItWas"),
                        Lie.of(
                                "a recovery that ends too early",
                                BrokenRecovery.LooksAtAThousand::new,
                                "manyThatHaveEndedDoNotHideOneThatHasNot"),
                        Lie.of(
                                "a readable row in quarantine",
                                BrokenRecovery.QuarantinesTheReadable::new,
                                "whatCanBeReadIsNotPutIntoQuarantine",
                                "whatIsGoneIsNotPutIntoQuarantine"),
                        Lie.of(
                                "settled messages counted as owed",
                                BrokenRecovery.CountsWhatIsSettled::new,
                                "whatIsSettledIsNotCounted"),
                        Lie.of(
                                "unconfirmed messages counted as owed",
                                BrokenRecovery.CountsTheAbandonedAsOwed::new,
                                "aClaimThatIsOverCountsAsUnconfirmedBeforeAnybodyTakesIt"),
                        Lie.of(
                                "an outline that changes after it was read",
                                BrokenOutlines.LooksAgain::new,
                                "anOutlineStaysAsItWasRead"),
                        Lie.of(
                                "an outline of the first commit",
                                BrokenOutlines.NeverUpdates::new,
                                "anOutlineIsOfTheLastCommit",
                                "outlinesSayWhatTheWholeNegotiationsDo"),
                        Lie.of(
                                "an outline that counts otherwise",
                                BrokenOutlines.CountsRounds::new,
                                "anOutlineIsOfTheLastCommit",
                                "outlinesSayWhatTheWholeNegotiationsDo"),
                        Lie.of(
                                "an outline with another context",
                                BrokenOutlines.RoundsContexts::new,
                                "aContextIsDecodedAsItWas"),
                        Lie.of(
                                "outlines of everything",
                                BrokenOutlines.NeverFilters::new,
                                "anOutlineIsOfTheLastCommit",
                                "outlinesSayWhatTheWholeNegotiationsDo"),
                        Lie.of(
                                "pages of outlines that skip a row",
                                BrokenOutlines.PagesByOffset::new,
                                "outlinesGoOnBehindADeletedRow")));
        BY_GROUP.put(
                DamagedRowsContract.class,
                List.of(
                        Lie.ofClient(
                                "an unreadable row passed over",
                                BrokenQuarantine.DropsTheUnreadable::new,
                                "aDamagedRowIsNamedAndStopsNoOther"),
                        Lie.ofClient(
                                "an unreadable row taken for absent",
                                BrokenQuarantine.FindsNothing::new,
                                "aDamagedRowIsNeverReadAsAnother"),
                        Lie.ofClient(
                                "an unreadable row released",
                                BrokenQuarantine.ReleasesTheUnreadable::new,
                                "aDamagedRowStaysInQuarantineUntilItIsRepaired")));
        BY_GROUP.put(
                HostileContentContract.class,
                List.of(
                        Lie.of("float money", BrokenContent.FloatMoney::new, "aContextReadsBackAsItWas"),
                        Lie.of(
                                "decimals without their scale",
                                BrokenContent.LosesScale::new,
                                "aContextReadsBackAsItWas"),
                        Lie.of(
                                "keys in another order",
                                BrokenContent.SortsKeys::new,
                                "theOrderOfKeysIsThatOfTheLastCommit",
                                "aContextReadsBackAsItWas"),
                        Lie.of(
                                "truncated instants",
                                BrokenContent.Milliseconds::new,
                                "instantsAreKeptToTheMicrosecond"),
                        Lie.of("NUL swallowed", BrokenContent.SwallowsNul::new, "aContextReadsBackAsItWas"),
                        Lie.of("surrogates swallowed", BrokenContent.LosesSurrogates::new, "aContextReadsBackAsItWas"),
                        Lie.of(
                                "no cause instead of an empty one",
                                BrokenContent.EmptyCauseIsNull::new,
                                "aCauseReadsBackAsItWas"),
                        Lie.of(
                                "identifiers whatever their case",
                                BrokenContent.FoldsThreads::new,
                                "identifiersAreTheirCharacters"),
                        Lie.of("a receipt lost", BrokenBookkeeping.LosesReceipts::new, "aReceiptReadsBackAsItWas"),
                        Lie.of(
                                "no problem instead of an empty one",
                                BrokenBookkeeping.EmptyProblemIsNull::new,
                                "aProblemReadsBackAsItWas")));
        BY_GROUP.put(
                SizeLimitsContract.class,
                List.of(Lie.of("long texts cut", BrokenContent.CutsLongTexts::new, "aContextOfExactlyTheLimitIsKept")));
        BY_GROUP.put(
                ReopeningContract.class,
                List.of(
                        Lie.ofClient(
                                "a last commit that closing loses",
                                BrokenClients.AcknowledgesFirst::new,
                                "keysAreRememberedAfterOpeningAgain"),
                        Lie.ofClient(
                                "names in the client's memory",
                                BrokenClients.RemembersNamesItself::new,
                                "keysAreRememberedAfterOpeningAgain",
                                "deliveriesStepsAndDeadlinesAreThereAfterOpeningAgain")));
        BY_GROUP.put(
                TwoInstancesContract.class,
                List.of(
                        Lie.ofClient(
                                "a cache that nobody empties",
                                BrokenClients.ReadsItsCache::new,
                                "twoInstancesSeeEachOthersCommits"),
                        Lie.ofClient(
                                "a lost update between instances",
                                BrokenClients.LocksItself::new,
                                "ofManyThreadsOverTwoInstancesExactlyOneWins"),
                        Lie.ofClient(
                                "a doubled claim between instances",
                                BrokenClients.ClaimsForItself::new,
                                "ofManyThreadsOverTwoInstancesOneClaimsAMessage"),
                        Lie.ofClient(
                                "a step taken by two instances",
                                BrokenClients.RemembersNamesItself::new,
                                "ofManyThreadsOverTwoInstancesOneTakesAStep")));
        BY_GROUP.put(
                ClientCrashContract.class,
                List.of(
                        Lie.ofClient(
                                "a commit that dies with its client",
                                BrokenClients.AcknowledgesFirst::new,
                                "aClientThatDiesBeforeItIsToldLeavesAllOfItsCommit",
                                "clientsMayDieOneAfterTheOther",
                                "aClientThatDiesAmidManyCommitsLeavesEachWholeOrAbsent"),
                        Lie.ofClient(
                                "a commit of which a half dies with its client",
                                BrokenClients.WritesTheRestLater::new,
                                "aClientThatDiesBeforeItIsToldLeavesAllOfItsCommit",
                                "aResultThatWasRecordedOutlivesItsClient"),
                        Lie.ofClient(
                                "a step whose name dies with its client",
                                BrokenClients.RemembersNamesItself::new,
                                "aStepThatADeadClientCommittedIsKnownToTheNext"),
                        Lie.ofClient(
                                "a claim that dies with its client",
                                BrokenClients.ClaimsForItself::new,
                                "aLeaseHoldsThoughItsClientIsDead",
                                "aClientThatDiesBetweenAClaimAndItsResultLeavesTheMessageUnconfirmed")));
    }

    private Lies() {}
}
