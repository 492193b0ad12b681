package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.message.OutboundMessage;
import dev.parley.domain.message.Receipt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The mail server, outside of the processes that die. It sends whatever it is given, as often as it is given it, and
 * writes down what it sent; what it says of its own accord is compared with what a file says.
 */
final class MailServer implements Mail {
    private static final Set<DeliveryState> MAY_HAVE_GONE_OUT =
            Set.of(DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.UNCONFIRMED);

    /** How often it got each message, in the order of the first time. */
    private final Map<String, Integer> received = new LinkedHashMap<>();

    private final Map<String, Receipt> receipts = new HashMap<>();
    private final Map<String, List<String>> byNegotiation = new HashMap<>();
    private long asked;

    @Override
    public Receipt send(MessageId id) {
        String message = id.value();
        NegotiationId negotiation = new NegotiationId(message.substring(0, message.lastIndexOf("-out-")));
        received.merge(message, 1, Integer::sum);
        byNegotiation
                .computeIfAbsent(negotiation.value(), key -> new ArrayList<>())
                .add(message);
        return receipts.computeIfAbsent(
                message, key -> new Receipt(new MessageId("mail-" + received.size()), Life.thread(negotiation)));
    }

    @Override
    public Optional<Receipt> ask(MessageId id) {
        asked++;
        return Optional.ofNullable(receipts.get(id.value()));
    }

    /** How many messages it sent. */
    long sent() {
        return received.values().stream().mapToLong(Integer::intValue).sum();
    }

    /** How often it was asked for one. */
    long asked() {
        return asked;
    }

    /** The messages it got more than once. */
    List<String> doubled() {
        return received.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything in which a file is at odds with what was sent. */
    List<String> contradictions(Audit audit) {
        List<String> found = new ArrayList<>();
        doubled().forEach(message -> found.add("received twice: " + message));
        received.keySet().forEach(message -> {
            Delivery delivery = audit.deliveries().get(message);
            if (delivery == null) {
                found.add("received and not owed: " + message);
            } else if (!MAY_HAVE_GONE_OUT.contains(delivery.state())) {
                found.add("received and said to be " + delivery.state() + ": " + message);
            }
        });
        audit.deliveries().forEach((message, delivery) -> {
            if (delivery.state() == DeliveryState.SENT) {
                if (!received.containsKey(message)) {
                    found.add("said to be sent and never received: " + message);
                } else if (!Objects.equals(receipts.get(message), delivery.receipt())) {
                    found.add("recorded with a receipt that was not given: " + message);
                }
            }
        });
        audit.found().values().forEach(negotiation -> {
            NegotiationId id = negotiation.value().id();
            List<String> owed = Life.owed(id, negotiation.revision()).stream()
                    .map(OutboundMessage::id)
                    .map(MessageId::value)
                    .toList();
            List<String> got = byNegotiation.getOrDefault(id.value(), List.of());
            if (!got.equals(owed.subList(0, Math.min(got.size(), owed.size())))) {
                found.add("out of order: " + got);
            }
        });
        return found;
    }
}
