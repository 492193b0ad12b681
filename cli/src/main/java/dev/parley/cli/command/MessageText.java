package dev.parley.cli.command;

import dev.parley.documents.InstantText;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.message.OwedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Messages as text for humans, without their content. */
final class MessageText {
    private MessageText() {}

    /** Those of one negotiation. */
    static List<String> lines(List<OwedMessage> owed, List<InboundMessage> handled) {
        List<String> lines = new ArrayList<>();
        lines.add("owed");
        owed.forEach(message -> lines.add("  " + line(message)));
        lines.add("handled");
        handled.forEach(message ->
                lines.add(String.format("  %-27s  %s", InstantText.write(message.receivedAt()), message.id())));
        return lines;
    }

    /** An owed message on one line. The names come last: they alone may be long. */
    static String line(OwedMessage owed) {
        Delivery delivery = owed.delivery();
        Instant dueAt = delivery.dueAt();
        String problem = delivery.problem();
        return String.format(
                "%-12s %3d  %-27s  %s  %s%s",
                delivery.state(),
                delivery.attempts(),
                dueAt == null ? "-" : InstantText.write(dueAt),
                owed.id(),
                owed.message().negotiationId(),
                problem == null ? "" : "  " + problem);
    }
}
