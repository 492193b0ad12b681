package dev.parley.testkit.lie;

import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Backlog;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Page;
import dev.parley.domain.port.PageRequest;
import dev.parley.domain.port.QuarantinedRow;
import dev.parley.domain.port.Stored;
import dev.parley.domain.port.UnreadableException;
import dev.parley.domain.port.UnreadableRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A client that tells no lie, and takes for damaged what a test wants to be. */
class DamageableClient extends Client {
    final Set<NegotiationId> damaged = new HashSet<>();
    private final List<QuarantinedRow> kept = new ArrayList<>();

    DamageableClient(NegotiationStore data) {
        super(data);
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> find(NegotiationId id) {
        return readable(super.find(id));
    }

    @Override
    public Optional<Stored<NegotiationSnapshot>> findByThread(ThreadId threadId) {
        return readable(super.findByThread(threadId));
    }

    private Optional<Stored<NegotiationSnapshot>> readable(Optional<Stored<NegotiationSnapshot>> found) {
        found.map(row -> row.value().id()).filter(damaged::contains).ifPresent(id -> {
            throw new UnreadableException(row(id));
        });
        return found;
    }

    @Override
    public Page<Stored<NegotiationSnapshot>> negotiations(NegotiationFilter filter, PageRequest page) {
        Page<Stored<NegotiationSnapshot>> all = super.negotiations(filter, page);
        return new Page<>(
                all.rows().stream()
                        .filter(row -> !damaged.contains(row.value().id()))
                        .toList(),
                all.rows().stream()
                        .map(row -> row.value().id())
                        .filter(damaged::contains)
                        .map(DamageableClient::row)
                        .toList(),
                all.next());
    }

    private static UnreadableRow row(NegotiationId id) {
        return new UnreadableRow("negotiation", 1, id.value(), "its checksum does not match");
    }

    @Override
    public void quarantine(UnreadableRow row, Instant now) {
        boolean known = kept.stream().anyMatch(one -> one.row().equals(row));
        if (!known && damaged.contains(new NegotiationId(row.id()))) {
            kept.add(new QuarantinedRow(kept.size() + 1L, row, now, "{}"));
        }
    }

    @Override
    public Page<QuarantinedRow> quarantined(PageRequest page) {
        return new Page<>(List.copyOf(kept), List.of(), OptionalLong.empty());
    }

    @Override
    public Optional<QuarantinedRow> findQuarantined(long number) {
        return kept.stream().filter(one -> one.number() == number).findFirst();
    }

    @Override
    public void release(long number) {
        QuarantinedRow released = findQuarantined(number).orElseThrow();
        if (damaged.contains(new NegotiationId(released.row().id()))) {
            throw new UnreadableException(released.row());
        }
        kept.remove(released);
    }

    @Override
    public Backlog backlog(Instant now) {
        Backlog it = sound.backlog(now);
        return new Backlog(
                it.overdue(), it.owed(), it.unconfirmed(), it.failed(), kept.size(), it.agreedWithoutAgreement());
    }
}
