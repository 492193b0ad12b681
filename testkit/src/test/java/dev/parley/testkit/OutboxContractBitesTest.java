package dev.parley.testkit;

import static dev.parley.testkit.ContractRun.bites;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** As {@link ContractBitesTest}, of stores that go wrong with owed messages, names of steps and deadlines. */
class OutboxContractBitesTest {
    @TestFactory
    Stream<DynamicTest> aStoreThatGivesMessagesOutWronglyFailsItsTest() {
        return Stream.of(
                        bites(
                                BrokenClaims.GivesOneToTwo::new,
                                "ofManyThreadsThatClaimOneMessageExactlyOneGetsIt",
                                "ofManyThreadsThatTakeWhatIsOverExactlyOneGetsIt"),
                        bites(
                                BrokenClaims.ForgetsClaims::new,
                                "aClaimGivesTheMessageForOneAloneAndKeepsThat",
                                "ofManyThreadsThatClaimOneMessageExactlyOneGetsIt",
                                "aClaimThatIsOverIsUnconfirmedForTheNext"),
                        bites(
                                BrokenClaims.IgnoresOrder::new,
                                "aLaterMessageWaitsUntilTheEarlierIsSettled",
                                "theOrderIsThatOfTheCommits",
                                "whatIsGivenUpHoldsNothing",
                                "manyThatWaitDoNotHideOneThatIsDue"),
                        bites(BrokenClaims.FirstInFirstOut::new, "whatHasBeenDueTheLongestComesFirst"),
                        bites(
                                BrokenClaims.ClaimsEarly::new,
                                "nothingIsClaimedBeforeItIsDue",
                                "aDeferredMessageIsDueAgainAtItsTime",
                                "itIsGivenAgainWhenItIsTimeToAsk"),
                        bites(
                                BrokenClaims.SendsTheAbandonedAgain::new,
                                "aClaimThatIsOverIsUnconfirmedForTheNext",
                                "anUnconfirmedMessageStaysSoHoweverOftenItIsTaken"),
                        bites(BrokenClaims.LooksAtAFew::new, "manyThatWaitDoNotHideOneThatIsDue"))
                .flatMap(tests -> tests);
    }

    @TestFactory
    Stream<DynamicTest> aStoreThatLosesCountFailsItsTest() {
        return Stream.of(
                        bites(
                                BrokenBookkeeping.DeliversBlindly::new,
                                "aDeliveryDecidedOnSomethingElseIsRefused",
                                "aDeliveryDecidedOnAnotherReceiptIsRefused",
                                "aLateResultIsRefusedIfSomebodyElseHasTheMessage",
                                "ofManyResultsOfOneAttemptExactlyOneIsRecorded",
                                "aStaleDeliveryLeavesNothing"),
                        bites(
                                BrokenBookkeeping.ComparesStatesAlone::new,
                                "aDeliveryDecidedOnSomethingElseIsRefused",
                                "aDeliveryDecidedOnAnotherReceiptIsRefused"),
                        bites(
                                BrokenBookkeeping.KeepsRefusedDeliveries::new,
                                "aStaleChangeLeavesNothing",
                                "anUnknownMessageLeavesNothing",
                                "deliveriesAloneAreTakenWholeOrNotAtAll"),
                        bites(
                                BrokenBookkeeping.LosesReceipts::new,
                                "aReceiptReadsBackAsItWas",
                                "aMessageAndTheThreadItBindsGoTogether"),
                        bites(BrokenBookkeeping.EmptyProblemIsNull::new, "aProblemReadsBackAsItWas"),
                        bites(
                                BrokenBookkeeping.TakesConflictsForDuplicates::new,
                                "aStepOfOtherContentIsAConflict",
                                "aKnownNameIsToldBeforeAnyOtherContradiction"),
                        bites(
                                BrokenBookkeeping.LooksAtNamesLast::new,
                                "aKnownNameIsToldBeforeAnyOtherContradiction",
                                "aRepeatedStepIsToldWhatCameOfTheFirst",
                                "ofManyThreadsThatTakeOneStepExactlyOneIsCommitted"),
                        bites(
                                BrokenBookkeeping.LosesDeadlines::new,
                                "aDeadlineReadsBack",
                                "aPausedNegotiationIsOverdueOnceItIsResumed"),
                        bites(BrokenBookkeeping.ExpiresWhatIsPaused::new, "aPausedNegotiationIsOverdueOnceItIsResumed"),
                        bites(BrokenBookkeeping.ForgetsTooMuch::new, "onlyWhatHasEndedBeforeIsForgotten"),
                        bites(BrokenBookkeeping.CountsWhatIsSettled::new, "whatIsSettledIsNotCounted"),
                        bites(
                                BrokenBookkeeping.CountsTheAbandonedAsOwed::new,
                                "aClaimThatIsOverCountsAsUnconfirmedBeforeAnybodyTakesIt"))
                .flatMap(tests -> tests);
    }
}
