package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Receipt;
import java.util.Optional;

/** The mail server as a child of its process has it: what is sent goes out on a line, and the answer comes in on one. */
final class RemoteMail implements Mail {
    private static final String NONE = "none";

    private final Parent parent = new Parent();

    @Override
    public Receipt send(MessageId id) {
        return receipt(id, answer("send", id));
    }

    @Override
    public Optional<Receipt> ask(MessageId id) {
        String answer = answer("ask", id);
        return answer.equals(NONE) ? Optional.empty() : Optional.of(receipt(id, answer));
    }

    /** What a parent answers to a line of a child's. */
    static String answered(Mail mail, String what, MessageId id) {
        Optional<Receipt> receipt = what.equals("send") ? Optional.of(mail.send(id)) : mail.ask(id);
        return Parent.answer(
                id.value(),
                receipt.map(Receipt::providerMessageId).map(MessageId::value).orElse(NONE));
    }

    private String answer(String what, MessageId id) {
        return parent.ask(what, id.value())[0];
    }

    private static Receipt receipt(MessageId id, String answer) {
        String negotiation = id.value().substring(0, id.value().lastIndexOf("-out-"));
        return new Receipt(new MessageId(answer), Life.thread(new NegotiationId(negotiation)));
    }
}
