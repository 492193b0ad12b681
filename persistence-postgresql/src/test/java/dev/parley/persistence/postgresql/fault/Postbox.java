package dev.parley.persistence.postgresql.fault;

import dev.parley.application.delivery.MessageSender;
import dev.parley.application.delivery.SendResult;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.application.delivery.Verdict;
import dev.parley.crash.Parent;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.util.concurrent.atomic.AtomicLong;

/** The mail provider as a node has it, which may answer that it does not know. */
final class Postbox implements MessageSender, UnconfirmedPolicy {
    static final String SENT = "sent";
    static final String REFUSED = "refused";
    static final String UNKNOWN = "unknown";
    static final String NONE = "none";

    private final Parent parent;
    private final AtomicLong questions = new AtomicLong();

    Postbox(Parent parent) {
        this.parent = parent;
    }

    /** Tells how long the claim holds: what comes later is refused, since another may have been asked about it by then. */
    @Override
    public SendResult send(OwedMessage message) {
        Delivery delivery = message.delivery();
        String[] answer = ask(
                "send",
                message.id().value(),
                message.message().negotiationId().value(),
                delivery.state() == DeliveryState.SENDING ? delivery.dueAt().toString() : NONE);
        return switch (answer[0]) {
            case SENT -> SendResult.sent(receipt(answer));
            case REFUSED -> SendResult.notSent("refused");
            default -> SendResult.unknown("no answer");
        };
    }

    @Override
    public Verdict ask(OwedMessage message) {
        String[] answer = ask("ask", message.id().value());
        return switch (answer[0]) {
            case SENT -> Verdict.wasSent(receipt(answer));
            case NONE -> Verdict.wasNotSent();
            default -> Verdict.stillUnknown();
        };
    }

    private String[] ask(String what, String... words) {
        return parent.ask(what, Long.toString(questions.incrementAndGet()), words);
    }

    private static Receipt receipt(String[] answer) {
        return new Receipt(new MessageId(answer[1]), new ThreadId(answer[2]));
    }
}
