package dev.parley.persistence.rows.stored;

import static java.util.stream.Collectors.groupingBy;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.InboundMessage;
import dev.parley.domain.port.NegotiationCopy;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.RecordedStep;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads negotiations with everything that is kept of each: a page of them by a few queries, however many they are. */
public record Copies<X extends Exception>(CopySource<X> source) {
    /** A page of them; it ends early where the messages that were handled take too much room. */
    public Page<NegotiationCopy> page(PageRequest request) throws X {
        PageBudget budget = new PageBudget();
        List<StoredNegotiation> fetched = source.negotiations(budget, request.after(), request.limit() + 1);
        int limit = budget.cut() ? fetched.size() - 1 : request.limit();
        List<StoredNegotiation> rows = fetched.subList(0, Math.min(limit, fetched.size()));
        if (rows.isEmpty()) {
            return new Page<>(List.of(), List.of(), OptionalLong.empty());
        }
        HandledBudget room = new HandledBudget();
        List<StoredInbound> handled =
                source.handled(request.after(), rows.get(rows.size() - 1).position(), room);
        List<StoredNegotiation> whole = room.whole(rows);
        long last = whole.get(whole.size() - 1).position();
        Reading reading = new Reading(
                handled.stream().collect(groupingBy(StoredInbound::negotiationId)),
                source.steps(request.after(), last).stream().collect(groupingBy(StoredStep::negotiationId)),
                new ArrayList<>());
        List<StoredHistory> histories = source.histories(whole);
        List<NegotiationCopy> readable = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            reading.copy(whole.get(i), histories.get(i)).ifPresent(readable::add);
        }
        boolean more = whole.size() < fetched.size();
        return new Page<>(readable, reading.unreadable(), more ? OptionalLong.of(last) : OptionalLong.empty());
    }

    /**
     * One of them.
     *
     * @throws UnreadableException if it, a message it has handled or a step it has taken cannot be read
     */
    public Optional<NegotiationCopy> find(NegotiationId id) throws X {
        Optional<Long> position = source.positionOf(id);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        Page<NegotiationCopy> page = page(new PageRequest(position.get() - 1, 1));
        if (!page.unreadable().isEmpty()) {
            throw new UnreadableException(page.unreadable().get(0));
        }
        Optional<NegotiationCopy> copy = page.rows().stream().findFirst();
        if (copy.isPresent() && !copy.get().id().equals(id)) {
            throw Unreadable.row(Unreadable.NEGOTIATION, position.get(), id.value(), Unreadable.DAMAGED_INDEX);
        }
        return copy;
    }

    /** What belongs to the negotiations of one page, and what of that could not be read. */
    private record Reading(
            Map<String, List<StoredInbound>> handled,
            Map<String, List<StoredStep>> steps,
            List<UnreadableRow> unreadable) {

        Optional<NegotiationCopy> copy(StoredNegotiation negotiation, StoredHistory history) {
            String id = negotiation.row().negotiationId();
            List<InboundMessage> messages = each(handled.getOrDefault(id, List.of()), message -> message.message(id));
            List<RecordedStep> taken = each(steps.getOrDefault(id, List.of()), step -> step.recorded(id));
            return each(
                            List.of(negotiation),
                            row -> new NegotiationCopy(row.snapshot(history), messages, taken, row.agreementMissing()))
                    .stream()
                    .findFirst();
        }

        private <R, T> List<T> each(List<R> rows, Function<R, T> meaning) {
            List<T> readable = new ArrayList<>();
            for (R row : rows) {
                try {
                    readable.add(meaning.apply(row));
                } catch (UnreadableException damaged) {
                    unreadable.add(damaged.row());
                }
            }
            return readable;
        }
    }
}
