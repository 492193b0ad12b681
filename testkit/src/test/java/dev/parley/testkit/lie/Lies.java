package dev.parley.testkit.lie;

/** Every lie that the contract must catch: what is wrong, who tells it, the group and the test that must find out. */
final class Lies {
    static final String TABLE = """
            a commit that is written later                | BrokenWrites.WritesBehind                     | SaveAndFindContract            | whatWasOpenedReadsBackAtRevisionOne
            a torn commit                                 | BrokenWrites.PieceByPiece                     | SaveAndFindContract            | aStaleChangeLeavesNothing
            a torn commit                                 | BrokenWrites.PieceByPiece                     | SaveAndFindContract            | aTakenThreadLeavesNothing
            a torn commit                                 | BrokenWrites.PieceByPiece                     | SaveAndFindContract            | aConflictingAgreementLeavesNothing
            a torn commit                                 | BrokenWrites.PieceByPiece                     | SaveAndFindContract            | aStaleDeliveryLeavesNothing
            agreements of a refused commit kept           | BrokenWrites.KeepsRefusedAgreements           | SaveAndFindContract            | aDuplicateMessageLeavesNothing
            agreements of a refused commit kept           | BrokenWrites.KeepsRefusedAgreements           | SaveAndFindContract            | aDuplicateStepLeavesNothing
            deliveries of a refused commit kept           | BrokenBookkeeping.KeepsRefusedDeliveries      | SaveAndFindContract            | aStaleChangeLeavesNothing
            deliveries of a refused commit kept           | BrokenBookkeeping.KeepsRefusedDeliveries      | SaveAndFindContract            | anUnknownMessageLeavesNothing
            deliveries of a refused commit kept           | BrokenBookkeeping.KeepsRefusedDeliveries      | SaveAndFindContract            | deliveriesAloneAreTakenWholeOrNotAtAll
            pages that skip a row                         | BrokenReads.PagesByOffset                     | SaveAndFindContract            | aPageGoesOnBehindADeletedRow
            pages that skip a row                         | BrokenReads.PagesByOffset                     | SaveAndFindContract            | whatIsUntouchedIsMetOnceWhileOthersAreCommitted
            a deletion of any revision                    | BrokenDeletions.DeletesBlindly                | SaveAndFindContract            | aStaleDeletionIsRefused
            a deletion of any revision                    | BrokenDeletions.DeletesBlindly                | SaveAndFindContract            | deletingTwiceIsRefused
            a deleted negotiation brought back            | BrokenDeletions.BringsBackTheDeleted          | SaveAndFindContract            | aStaleWriterCannotBringBackADeletedNegotiation
            a deletion that takes the agreement           | BrokenDeletions.DeletesAgreements             | SaveAndFindContract            | theCampaignKeepsTheAgreement
            a deletion that leaves the inbox              | BrokenDeletions.LeavesTheInbox                | SaveAndFindContract            | aDeletedNegotiationIsGone
            a deletion that leaves the inbox              | BrokenDeletions.LeavesTheInbox                | SaveAndFindContract            | theIdAndTheThreadAreFreeAgain
            a store that cannot be closed                 | BrokenReads.StaysOpen                         | SaveAndFindContract            | everyCallAfterClosingIsRefused
            a lost update                                 | BrokenWrites.NoRevisionCheck                  | RevisionsAndRacesContract      | aStaleWriteIsRefusedAndTheWinnerStillReadsBack
            a lost update                                 | BrokenWrites.NoRevisionCheck                  | RevisionsAndRacesContract      | aRevisionFromTheFutureIsRefused
            a lost update                                 | BrokenWrites.NoRevisionCheck                  | RevisionsAndRacesContract      | ofManyThreadsOnOneRevisionExactlyOneWins
            a lost update in a race                       | BrokenWrites.ChecksBeforeItLocks              | RevisionsAndRacesContract      | ofManyThreadsOnOneRevisionExactlyOneWins
            a lost update in a race                       | BrokenWrites.ChecksBeforeItLocks              | RevisionsAndRacesContract      | noChangeIsLostWhenEachTriesAgain
            a commit seen in part                         | BrokenWrites.PieceByPiece                     | RevisionsAndRacesContract      | readersNeverSeeAStepWithoutItsAgreementAndMessages
            a commit seen in part                         | BrokenWrites.PieceByPiece                     | RevisionsAndRacesContract      | readersSeeBothChangesOfACommitOrNeither
            a commit seen in part                         | BrokenWrites.PieceByPiece                     | RevisionsAndRacesContract      | readersNeverSeeASentMessageWithoutItsThread
            a change that opens                           | BrokenDeletions.BringsBackTheDeleted          | RevisionsAndRacesContract      | changingWhatIsNotStoredIsRefused
            created_at lost                               | BrokenReads.OverwritesCreatedAt               | RevisionsAndRacesContract      | createdAtIsKeptAndUpdatedAtMoves
            forgotten rows of the history                 | BrokenReads.ForgetsPauses                     | HistoryContract                | aLongHistoryReadsBackWhole
            forgotten rows of the history                 | BrokenReads.ForgetsPauses                     | HistoryContract                | aPausedNegotiationRemembersTheStateBefore
            a history that is rewritten                   | BrokenReads.RewritesHistory                   | HistoryContract                | anEntryThatIsStoredNeverChanges
            no cause instead of an empty one              | BrokenContent.EmptyCauseIsNull                | HistoryContract                | timeAndCauseMayBeUnknown
            an agreement overwritten                      | BrokenAgreements.OverwritesAgreements         | CampaignsAndAgreementsContract | aDifferentAgreementIsRefusedAndTheFirstStands
            an agreement overwritten                      | BrokenAgreements.OverwritesAgreements         | CampaignsAndAgreementsContract | oneOriginCannotSayTwoThingsInOneCommit
            an agreement without its impressions          | BrokenAgreements.LosesImpressions             | CampaignsAndAgreementsContract | anAgreementIsBookedWithTheStepThatReachesIt
            a doubled claim                               | BrokenClaims.GivesOneToTwo                    | OutboxContract                 | ofManyThreadsThatClaimOneMessageExactlyOneGetsIt
            a doubled claim                               | BrokenClaims.GivesOneToTwo                    | OutboxContract                 | ofManyThreadsThatTakeWhatIsOverExactlyOneGetsIt
            a claim that is not kept                      | BrokenClaims.ForgetsClaims                    | OutboxContract                 | aClaimGivesTheMessageForOneAloneAndKeepsThat
            a claim that is not kept                      | BrokenClaims.ForgetsClaims                    | OutboxContract                 | ofManyThreadsThatClaimOneMessageExactlyOneGetsIt
            a claim that is not kept                      | BrokenClaims.ForgetsClaims                    | OutboxContract                 | aClaimThatIsOverIsUnconfirmedForTheNext
            a reordered outbox                            | BrokenClaims.IgnoresOrder                     | OutboxContract                 | aLaterMessageWaitsUntilTheEarlierIsSettled
            a reordered outbox                            | BrokenClaims.IgnoresOrder                     | OutboxContract                 | theOrderIsThatOfTheCommits
            a reordered outbox                            | BrokenClaims.IgnoresOrder                     | OutboxContract                 | whatIsGivenUpHoldsNothing
            a reordered outbox                            | BrokenClaims.IgnoresOrder                     | OutboxContract                 | manyThatWaitDoNotHideOneThatIsDue
            first in, first out                           | BrokenClaims.FirstInFirstOut                  | OutboxContract                 | whatHasBeenDueTheLongestComesFirst
            a claim before its time                       | BrokenClaims.ClaimsEarly                      | OutboxContract                 | nothingIsClaimedBeforeItIsDue
            a claim before its time                       | BrokenClaims.ClaimsEarly                      | OutboxContract                 | aDeferredMessageIsDueAgainAtItsTime
            a claim before its time                       | BrokenClaims.ClaimsEarly                      | OutboxContract                 | itIsGivenAgainWhenItIsTimeToAsk
            an unconfirmed message sent again             | BrokenClaims.SendsTheAbandonedAgain           | OutboxContract                 | aClaimThatIsOverIsUnconfirmedForTheNext
            an unconfirmed message sent again             | BrokenClaims.SendsTheAbandonedAgain           | OutboxContract                 | anUnconfirmedMessageStaysSoHoweverOftenItIsTaken
            a due message hidden by others                | BrokenClaims.LooksAtAFew                      | OutboxContract                 | manyThatWaitDoNotHideOneThatIsDue
            the last result of many                       | BrokenBookkeeping.DeliversBlindly             | OutboxContract                 | aDeliveryDecidedOnSomethingElseIsRefused
            the last result of many                       | BrokenBookkeeping.DeliversBlindly             | OutboxContract                 | aDeliveryDecidedOnAnotherReceiptIsRefused
            the last result of many                       | BrokenBookkeeping.DeliversBlindly             | OutboxContract                 | aLateResultIsRefusedIfSomebodyElseHasTheMessage
            the last result of many                       | BrokenBookkeeping.DeliversBlindly             | OutboxContract                 | ofManyResultsOfOneAttemptExactlyOneIsRecorded
            a result on another attempt                   | BrokenBookkeeping.ComparesStatesAlone         | OutboxContract                 | aDeliveryDecidedOnSomethingElseIsRefused
            a result on another attempt                   | BrokenBookkeeping.ComparesStatesAlone         | OutboxContract                 | aDeliveryDecidedOnAnotherReceiptIsRefused
            a receipt lost                                | BrokenBookkeeping.LosesReceipts               | OutboxContract                 | aMessageAndTheThreadItBindsGoTogether
            a swallowed duplicate                         | BrokenWrites.SwallowsDuplicates               | InboxContract                  | anOwedMessageNeedsAnIdOfItsOwn
            a swallowed duplicate                         | BrokenWrites.SwallowsDuplicates               | InboxContract                  | anInboundMessageIsHandledOnceByANegotiation
            a swallowed duplicate                         | BrokenWrites.SwallowsDuplicates               | InboxContract                  | aStepIsCommittedOnceUnderItsKey
            a swallowed duplicate                         | BrokenWrites.SwallowsDuplicates               | InboxContract                  | aRepeatedStepIsToldWhatCameOfTheFirst
            a swallowed duplicate                         | BrokenWrites.SwallowsDuplicates               | InboxContract                  | ofManyThreadsThatTakeOneStepExactlyOneIsCommitted
            a conflict taken for a duplicate              | BrokenBookkeeping.TakesConflictsForDuplicates | InboxContract                  | aStepOfOtherContentIsAConflict
            a conflict taken for a duplicate              | BrokenBookkeeping.TakesConflictsForDuplicates | InboxContract                  | aKnownNameIsToldBeforeAnyOtherContradiction
            a known step called stale                     | BrokenBookkeeping.LooksAtNamesLast            | InboxContract                  | aKnownNameIsToldBeforeAnyOtherContradiction
            a known step called stale                     | BrokenBookkeeping.LooksAtNamesLast            | InboxContract                  | aRepeatedStepIsToldWhatCameOfTheFirst
            a known step called stale                     | BrokenBookkeeping.LooksAtNamesLast            | InboxContract                  | ofManyThreadsThatTakeOneStepExactlyOneIsCommitted
            names forgotten too early                     | BrokenBookkeeping.ForgetsTooMuch              | InboxContract                  | onlyWhatHasEndedBeforeIsForgotten
            a forgotten deadline                          | BrokenBookkeeping.LosesDeadlines              | DeadlineContract               | aDeadlineReadsBack
            a forgotten deadline                          | BrokenBookkeeping.LosesDeadlines              | DeadlineContract               | aPausedNegotiationIsOverdueOnceItIsResumed
            a paused negotiation overdue                  | BrokenBookkeeping.ExpiresWhatIsPaused         | DeadlineContract               | aPausedNegotiationIsOverdueOnceItIsResumed
            a recovery that skips a state                 | BrokenRecovery.SkipsThePaused                 | RecoveryAndQuarantineContract  | everyNegotiationInFlightIsGivenBackAsItWas
            a recovery that ends too early                | BrokenRecovery.LooksAtAThousand               | RecoveryAndQuarantineContract  | manyThatHaveEndedDoNotHideOneThatHasNot
            a readable row in quarantine                  | BrokenRecovery.QuarantinesTheReadable         | RecoveryAndQuarantineContract  | whatCanBeReadIsNotPutIntoQuarantine
            a readable row in quarantine                  | BrokenRecovery.QuarantinesTheReadable         | RecoveryAndQuarantineContract  | whatIsGoneIsNotPutIntoQuarantine
            settled messages counted as owed              | BrokenRecovery.CountsWhatIsSettled            | RecoveryAndQuarantineContract  | whatIsSettledIsNotCounted
            unconfirmed messages counted as owed          | BrokenRecovery.CountsTheAbandonedAsOwed       | RecoveryAndQuarantineContract  | aClaimThatIsOverCountsAsUnconfirmedBeforeAnybodyTakesIt
            an outline that changes after it was read     | BrokenOutlines.LooksAgain                     | RecoveryAndQuarantineContract  | anOutlineStaysAsItWasRead
            an outline of the first commit                | BrokenOutlines.NeverUpdates                   | RecoveryAndQuarantineContract  | anOutlineIsOfTheLastCommit
            an outline of the first commit                | BrokenOutlines.NeverUpdates                   | RecoveryAndQuarantineContract  | outlinesSayWhatTheWholeNegotiationsDo
            an outline that counts otherwise              | BrokenOutlines.CountsRounds                   | RecoveryAndQuarantineContract  | anOutlineIsOfTheLastCommit
            an outline that counts otherwise              | BrokenOutlines.CountsRounds                   | RecoveryAndQuarantineContract  | outlinesSayWhatTheWholeNegotiationsDo
            an outline with another context               | BrokenOutlines.RoundsContexts                 | RecoveryAndQuarantineContract  | aContextIsDecodedAsItWas
            outlines of everything                        | BrokenOutlines.NeverFilters                   | RecoveryAndQuarantineContract  | anOutlineIsOfTheLastCommit
            outlines of everything                        | BrokenOutlines.NeverFilters                   | RecoveryAndQuarantineContract  | outlinesSayWhatTheWholeNegotiationsDo
            pages of outlines that skip a row             | BrokenOutlines.PagesByOffset                  | RecoveryAndQuarantineContract  | outlinesGoOnBehindADeletedRow
            a start-up that takes messages                | BrokenRecovery.TakesWhatItCounts              | RecoveryAndQuarantineContract  | lookingForWhatIsInFlightChangesNothing
            an unreadable row passed over                 | BrokenQuarantine.DropsTheUnreadable           | DamagedRowsContract            | aDamagedRowIsNamedAndStopsNoOther
            an unreadable row taken for absent            | BrokenQuarantine.FindsNothing                 | DamagedRowsContract            | aDamagedRowIsNeverReadAsAnother
            an unreadable row released                    | BrokenQuarantine.ReleasesTheUnreadable        | DamagedRowsContract            | aDamagedRowStaysInQuarantineUntilItIsRepaired
            the place of an unreadable row given away     | BrokenQuarantine.GivesThePlaceAway            | DamagedRowsContract            | theIdAndTheThreadOfADamagedRowStayTaken
            an outbox that an unreadable row stops        | BrokenQuarantine.StopsAtTheUnreadable         | DamagedRowsContract            | whatOthersOweIsSentThoughARowIsDamaged
            float money                                   | BrokenContent.FloatMoney                      | HostileContentContract         | aContextReadsBackAsItWas
            decimals without their scale                  | BrokenContent.LosesScale                      | HostileContentContract         | aContextReadsBackAsItWas
            keys in another order                         | BrokenContent.SortsKeys                       | HostileContentContract         | theOrderOfKeysIsThatOfTheLastCommit
            keys in another order                         | BrokenContent.SortsKeys                       | HostileContentContract         | aContextReadsBackAsItWas
            truncated instants                            | BrokenContent.Milliseconds                    | HostileContentContract         | instantsAreKeptToTheMicrosecond
            NUL swallowed                                 | BrokenContent.SwallowsNul                     | HostileContentContract         | aContextReadsBackAsItWas
            surrogates swallowed                          | BrokenContent.LosesSurrogates                 | HostileContentContract         | aContextReadsBackAsItWas
            no cause instead of an empty one              | BrokenContent.EmptyCauseIsNull                | HostileContentContract         | aCauseReadsBackAsItWas
            identifiers whatever their case               | BrokenContent.FoldsThreads                    | HostileContentContract         | identifiersAreTheirCharacters
            a receipt lost                                | BrokenBookkeeping.LosesReceipts               | HostileContentContract         | aReceiptReadsBackAsItWas
            no problem instead of an empty one            | BrokenBookkeeping.EmptyProblemIsNull          | HostileContentContract         | aProblemReadsBackAsItWas
            long texts cut                                | BrokenContent.CutsLongTexts                   | SizeLimitsContract             | aContextOfExactlyTheLimitIsKept
            a last commit that closing loses              | BrokenClients.AcknowledgesFirst               | ReopeningContract              | keysAreRememberedAfterOpeningAgain
            names in the client's memory                  | BrokenClients.RemembersNamesItself            | ReopeningContract              | keysAreRememberedAfterOpeningAgain
            names in the client's memory                  | BrokenClients.RemembersNamesItself            | ReopeningContract              | deliveriesStepsAndDeadlinesAreThereAfterOpeningAgain
            a cache that nobody empties                   | BrokenClients.ReadsItsCache                   | TwoInstancesContract           | twoInstancesSeeEachOthersCommits
            a lost update between instances               | BrokenClients.LocksItself                     | TwoInstancesContract           | ofManyThreadsOverTwoInstancesExactlyOneWins
            a doubled claim between instances             | BrokenClients.ClaimsForItself                 | TwoInstancesContract           | ofManyThreadsOverTwoInstancesOneClaimsAMessage
            a step taken by two instances                 | BrokenClients.RemembersNamesItself            | TwoInstancesContract           | ofManyThreadsOverTwoInstancesOneTakesAStep
            a commit that dies with its client            | BrokenClients.AcknowledgesFirst               | ClientCrashContract            | aClientThatDiesBeforeItIsToldLeavesAllOfItsCommit
            a commit that dies with its client            | BrokenClients.AcknowledgesFirst               | ClientCrashContract            | clientsMayDieOneAfterTheOther
            a commit that dies with its client            | BrokenClients.AcknowledgesFirst               | ClientCrashContract            | aClientThatDiesAmidManyCommitsLeavesEachWholeOrAbsent
            a commit of which a half dies with its client | BrokenClients.WritesTheRestLater              | ClientCrashContract            | aClientThatDiesBeforeItIsToldLeavesAllOfItsCommit
            a commit of which a half dies with its client | BrokenClients.WritesTheRestLater              | ClientCrashContract            | aResultThatWasRecordedOutlivesItsClient
            a step whose name dies with its client        | BrokenClients.RemembersNamesItself            | ClientCrashContract            | aStepThatADeadClientCommittedIsKnownToTheNext
            a claim that dies with its client             | BrokenClients.ClaimsForItself                 | ClientCrashContract            | aLeaseHoldsThoughItsClientIsDead
            a claim that dies with its client             | BrokenClients.ClaimsForItself                 | ClientCrashContract            | aClientThatDiesBetweenAClaimAndItsResultLeavesTheMessageUnconfirmed
            an owed message that dies with its client     | BrokenClients.AcknowledgesFirst               | ClientCrashContract            | aMessageThatWasOwedByADeadClientIsStillOwed
            a deletion that dies with its client          | BrokenClients.DeletesLater                    | ClientCrashContract            | aDeletionOutlivesItsClient
            a restored negotiation that begins anew       | BrokenCopies.BeginsAnew                       | CopyableStoreContract          | aRestoredNegotiationGoesOnFromItsRevision
            a restored negotiation that begins anew       | BrokenCopies.BeginsAnew                       | CopyableStoreContract          | aLongHistoryIsRestoredWholeAndContinued
            a sent message restored as owed               | BrokenCopies.SendsAgain                       | CopyableStoreContract          | aRestoredMessageIsSentAsFarAsItHasNotBeen
            messages restored out of order                | BrokenCopies.SortsByNegotiation               | CopyableStoreContract          | messagesOfAllNegotiationsKeepTheirOrder
            copies without the names of steps             | BrokenCopies.ForgetsSteps                     | CopyableStoreContract          | aCopyHasAllThatIsKeptOfItsNegotiation
            a conflict passed over                        | BrokenCopies.PassesOverConflicts              | CopyableStoreContract          | otherContentIsRefusedAndLeavesNothing
            a conflict passed over                        | BrokenCopies.PassesOverConflicts              | CopyableStoreContract          | anotherDeliveryIsRefusedAndLeavesNothing
            a restoration in part                         | BrokenCopies.OneByOne                         | CopyableStoreContract          | otherContentIsRefusedAndLeavesNothing
            a restoration in part                         | BrokenCopies.OneByOne                         | CopyableStoreContract          | whatBelongsToNothingIsRefused
            a restoration in part                         | BrokenCopies.OneByOne                         | CopyableStoreContract          | aThreadOfAnotherNegotiationIsRefused
            copies that end with a page                   | BrokenCopies.OnePage                          | CopyableStoreContract          | pagesOfCopiesHoldEachNegotiationOnceInOrder
            """;

    private Lies() {}
}
