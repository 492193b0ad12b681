package dev.parley.cli.fault;

import dev.parley.application.delivery.MessageSender;
import dev.parley.application.delivery.SendResult;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.application.delivery.Verdict;
import dev.parley.crash.Parent;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.util.Optional;

/** The mail server as a child has it: what is sent goes out on a line, and the answer comes in on one. */
final class Postbox implements MessageSender, UnconfirmedPolicy {
    private final Parent parent = new Parent();
    private final Stop stop;

    Postbox(Stop stop) {
        this.stop = stop;
    }

    @Override
    public SendResult send(OwedMessage message) {
        stop.at(Orders.Place.AFTER_CLAIM);
        String negotiation = message.message().negotiationId().value();
        Receipt receipt =
                receipt(parent.ask("send", message.id().value(), negotiation)).orElseThrow();
        stop.at(Orders.Place.AFTER_SEND);
        return SendResult.sent(receipt);
    }

    @Override
    public Verdict ask(OwedMessage message) {
        return receipt(parent.ask("ask", message.id().value()))
                .map(Verdict::wasSent)
                .orElseGet(Verdict::wasNotSent);
    }

    private static Optional<Receipt> receipt(String[] words) {
        return words[0].equals("none")
                ? Optional.empty()
                : Optional.of(new Receipt(new MessageId(words[0]), new ThreadId(words[1])));
    }
}
