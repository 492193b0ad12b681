package dev.parley.crash;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The mail server, outside of the processes that die. It sends whatever it is given, as often as it is given it. */
public final class MailServer {
    private final Map<String, Integer> received = new LinkedHashMap<>();
    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<String, List<String>> byNegotiation = new HashMap<>();
    private long sent;
    private long asked;

    /** Sends a message of a negotiation, and says what it has made of it. */
    public Receipt send(String message, String negotiation) {
        sent++;
        received.merge(message, 1, Integer::sum);
        byNegotiation.computeIfAbsent(negotiation, key -> new ArrayList<>()).add(message);
        return receipts.computeIfAbsent(
                message, key -> new Receipt(new MessageId("mail-" + sent), threadOf(new NegotiationId(negotiation))));
    }

    /** The thread that it puts a negotiation's messages on. */
    public static ThreadId threadOf(NegotiationId negotiation) {
        return new ThreadId("thread of " + negotiation);
    }

    /** What it knows of a message; empty if it never got it. */
    public Optional<Receipt> ask(String message) {
        asked++;
        return Optional.ofNullable(receipts.get(message));
    }

    /** How many messages it sent. */
    public long sent() {
        return sent;
    }

    /** How often it was asked for one. */
    public long asked() {
        return asked;
    }

    /** Whether it got a message. */
    public boolean has(String message) {
        return received.containsKey(message);
    }

    /** The messages it got more than once. */
    public List<String> doubled() {
        return received.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything in which a file is at odds with what was sent. */
    public List<String> contradictions(List<OwedMessage> owed) {
        List<String> found = new ArrayList<>();
        doubled().forEach(message -> found.add("received twice: " + message));
        Map<String, List<String>> order = new HashMap<>();
        Map<String, OwedMessage> known = new HashMap<>();
        for (OwedMessage message : owed) {
            String id = message.id().value();
            known.put(id, message);
            order.computeIfAbsent(message.message().negotiationId().value(), key -> new ArrayList<>())
                    .add(id);
            contradiction(message).ifPresent(found::add);
        }
        received.keySet().stream()
                .filter(message -> !known.containsKey(message))
                .forEach(message -> found.add("received and not owed: " + message));
        byNegotiation.forEach((negotiation, got) -> {
            List<String> wanted = order.getOrDefault(negotiation, List.of());
            if (!got.equals(wanted.subList(0, Math.min(got.size(), wanted.size())))) {
                found.add("out of order: " + got);
            }
        });
        return found;
    }

    private Optional<String> contradiction(OwedMessage owed) {
        String id = owed.id().value();
        String claim = switch (owed.delivery().state()) {
            case SENT -> {
                if (!has(id)) {
                    yield "said to be sent and never received: ";
                }
                yield Objects.equals(receipts.get(id), owed.delivery().receipt())
                        ? ""
                        : "recorded with another receipt: ";
            }
            case SENDING, UNCONFIRMED -> "";
            default -> has(id) ? "received and said to be " + owed.delivery().state() + ": " : "";
        };
        return claim.isEmpty() ? Optional.empty() : Optional.of(claim + id);
    }
}
