package dev.parley.application;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.NegotiationOutline;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** A store in which some rows cannot be read. It remembers what was put into quarantine. */
public final class DamagedRows {
    private final Map<String, UnreadableRow> damaged = new HashMap<>();
    private final Set<UnreadableRow> quarantine = new LinkedHashSet<>();
    private final NegotiationStore store;

    public DamagedRows(NegotiationStore sound) {
        this.store = Around.store(sound, this::call);
    }

    public NegotiationStore store() {
        return store;
    }

    public UnreadableRow damage(NegotiationId id) {
        return damage("negotiation", id.value());
    }

    public UnreadableRow damage(MessageId id) {
        return damage("message", id.value());
    }

    public List<UnreadableRow> quarantined() {
        return List.copyOf(quarantine);
    }

    private UnreadableRow damage(String kind, String id) {
        UnreadableRow row = new UnreadableRow(kind, damaged.size() + 1L, id, "damaged");
        damaged.put(id, row);
        return row;
    }

    @SuppressWarnings("unchecked")
    private Object call(String method, Object[] arguments, Around.Call call) throws Throwable {
        return switch (method) {
            case "negotiations" ->
                split(
                        (Page<Stored<NegotiationSnapshot>>) call.proceed(),
                        row -> row.value().id().value());
            case "outlines" ->
                split(
                        (Page<Stored<NegotiationOutline>>) call.proceed(),
                        row -> row.value().id().value());
            case "owed" ->
                split((Page<OwedMessage>) call.proceed(), row -> row.id().value());
            case "quarantine" -> quarantine.add((UnreadableRow) arguments[0]);
            case "backlog" -> withQuarantine((Backlog) call.proceed());
            case "find" -> {
                if (damaged.containsKey(((NegotiationId) arguments[0]).value())) {
                    throw new UnreadableException(damaged.get(((NegotiationId) arguments[0]).value()));
                }
                yield call.proceed();
            }
            default -> call.proceed();
        };
    }

    private <T> Page<T> split(Page<T> page, Function<T, String> id) {
        return new Page<>(
                page.rows().stream()
                        .filter(row -> !damaged.containsKey(id.apply(row)))
                        .toList(),
                page.rows().stream()
                        .map(row -> damaged.get(id.apply(row)))
                        .filter(Objects::nonNull)
                        .toList(),
                page.next());
    }

    private Backlog withQuarantine(Backlog backlog) {
        return new Backlog(
                backlog.overdue(),
                backlog.owed(),
                backlog.unconfirmed(),
                backlog.failed(),
                quarantine.size(),
                backlog.agreedWithoutAgreement());
    }
}
