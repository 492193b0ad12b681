package dev.parley.cli.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.cli.fault.Orders.Place;
import dev.parley.cli.fault.Orders.Policy;
import dev.parley.crash.Fault;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An orchestrator with the real dispatcher that is killed, at any moment and between any two things that the dispatcher
 * does: no message that a step owes is lost, none goes out twice, and what may have gone out is shown as that.
 */
class DispatchKillTest {
    private static final Fault FAULT = Fault.named("kill -9 of a dispatcher");
    private static final List<Place> PLACES = List.of(Place.values());

    /** Where a dispatcher has a message in its hands, or may have. */
    private static final List<Place> IN_HAND = List.of(Place.AFTER_CLAIM, Place.AFTER_SEND, Place.ANYWHERE);

    @TempDir
    Path directory;

    @Test
    void sendsEachMessageOnceIfTheMailboxIsAsked() throws Exception {
        KillRun run = new KillRun(FAULT, directory, Policy.ASK_THE_MAILBOX);
        run.kill(PLACES, Fault.rounds(5, 150));
        try (Aftermath after = run.aftermath()) {
            after.dispatch(run::ask);
            run.mustBeSentOnce(after);
        }
        FAULT.ran("the mailbox asked: " + run.figures() + ", each sent once and recorded as sent");
    }

    @Test
    void leavesToAHumanWhatMayHaveGoneOutAndDoublesNothing() throws Exception {
        KillRun run = new KillRun(FAULT, directory, Policy.LEAVE_TO_HUMAN);
        run.kill(IN_HAND, Fault.rounds(3, 60));
        List<OwedMessage> left;
        try (Aftermath after = run.aftermath()) {
            after.dispatch(UnconfirmedPolicy.leaveToHuman());
            left = run.mustAgree(after).stream()
                    .filter(message -> message.delivery().state() == DeliveryState.UNCONFIRMED)
                    .toList();
            assertTrue(left.size() > 0, "no kill came between claim and record, so nothing was shown");
            assertEquals(List.of(), after.heldByNobody(), "what is not sent waits behind what is unconfirmed");
            left.forEach(message -> settle(run, after, message));
            after.dispatch(UnconfirmedPolicy.leaveToHuman());
            run.mustBeSentOnce(after);
        }
        FAULT.ran("left to a human: " + run.figures() + ", none sent twice, " + left.size()
                + " left, which a human settled");
    }

    /** A human looks into the mailbox. */
    private static void settle(KillRun run, Aftermath after, OwedMessage message) {
        run.world()
                .mail()
                .ask(message.id().value())
                .ifPresentOrElse(
                        receipt -> after.deliveries().sent(message, receipt),
                        () -> after.deliveries().retry(message.id()));
    }

    /** Control: a policy that sends again, with a mail server that does not notice, is found out. */
    @Test
    void theAuditCatchesAPolicyThatSendsAgain() throws Exception {
        KillRun run = new KillRun(FAULT, directory, Policy.RESEND);
        run.kill(List.of(Place.AFTER_SEND), 1);
        List<String> doubled;
        try (Aftermath after = run.aftermath()) {
            after.dispatch(UnconfirmedPolicy.resend());
            doubled = run.world().mail().doubled();
            assertFalse(doubled.isEmpty(), "what had gone out is sent again");
            assertThrows(AssertionError.class, () -> run.mustAgree(after));
        }
        FAULT.ran("control, sent again: " + doubled + " went out twice");
    }
}
