package dev.parley.application.delivery;

import static dev.parley.domain.message.DeliveryState.UNCONFIRMED;

import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.port.MessageNotFoundException;
import dev.parley.domain.port.NegotiationNotFoundException;
import dev.parley.domain.port.StaleDeliveryException;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A sender's report on its way into the store. It may come late, when the lease is over and others have taken the
 * message for unconfirmed: it is recorded all the same, because the sender knows what they can only ask. It may also
 * come too late, when somebody has decided otherwise; then it changes nothing.
 *
 * @param claimed the message as the sender had it
 * @param result what the report makes of it
 */
record Recording(OwedMessage claimed, UnaryOperator<OwedMessage> result) {
    /** Makes one change durable and says what came of it. */
    interface Committer {
        Recorded commit(OwedMessage before, OwedMessage after);
    }

    Recorded through(Committer committer) {
        OwedMessage standing = claimed;
        // Goes round only when somebody else has committed a change of this message meanwhile.
        while (true) {
            OwedMessage after = result.apply(standing);
            try {
                return committer.commit(standing, after);
            } catch (StaleDeliveryException further) {
                standing = new OwedMessage(claimed.message(), further.stored());
                if (!isSameAttempt(standing.delivery())) {
                    return isSameOutcome(standing.delivery(), after.delivery())
                            ? new Recorded.AsReported(standing)
                            : new Recorded.Overtaken(standing);
                }
            } catch (MessageNotFoundException | NegotiationNotFoundException deleted) {
                return new Recorded.Gone(claimed.id());
            }
        }
    }

    /** Whether the message still waits to be told what came of the attempt that the sender had. */
    private boolean isSameAttempt(Delivery standing) {
        return standing.state() == UNCONFIRMED
                && standing.attempts() == claimed.delivery().attempts();
    }

    /** Whether this very report was recorded before, at another time, as after a commit of unknown outcome. */
    private static boolean isSameOutcome(Delivery standing, Delivery reported) {
        return standing.state() == reported.state()
                && standing.attempts() == reported.attempts()
                && Objects.equals(standing.dueAt(), reported.dueAt())
                && Objects.equals(standing.receipt(), reported.receipt())
                && Objects.equals(standing.problem(), reported.problem());
    }
}
