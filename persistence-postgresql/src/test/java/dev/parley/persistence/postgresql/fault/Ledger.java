package dev.parley.persistence.postgresql.fault;

import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.NegotiationStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the nodes have acknowledged, kept outside of them. */
final class Ledger {
    private final Set<String> opened = new TreeSet<>();

    /** The revisions of the steps, by negotiation and name. */
    private final Map<String, Map<String, Long>> steps = new TreeMap<>();

    /** The revisions at which negotiations have expired. */
    private final Map<String, Set<Long>> expired = new TreeMap<>();

    /** What is said to have led to each revision of a negotiation, where it was not a repetition. */
    private final Map<String, String> takers = new HashMap<>();

    private final Set<String> late = new HashSet<>();
    private final List<String> contradictions = new ArrayList<>();
    private long acknowledged;
    private long repeated;

    void opened(String id) {
        opened.add(id);
        acknowledged++;
    }

    void step(String id, String key, long revision, boolean again) {
        acknowledged++;
        repeated += again ? 1 : 0;
        Long known = steps.computeIfAbsent(id, each -> new TreeMap<>()).putIfAbsent(key, revision);
        if (known != null && known != revision) {
            contradictions.add("recorded at two revisions: " + id + " " + key + ", " + known + " and " + revision);
        }
        if (!again) {
            took(id, revision, key);
        }
    }

    private void took(String id, long revision, String what) {
        String other = takers.putIfAbsent(id + " " + revision, what);
        if (other != null) {
            contradictions.add("taken twice: revision " + revision + " of " + id + ", by " + other + " and " + what);
        }
    }

    void expired(String id, long revision) {
        acknowledged++;
        expired.computeIfAbsent(id, each -> new TreeSet<>()).add(revision);
        took(id, revision, "a deadline");
    }

    /** A reply came when its negotiation had ended. */
    void late(String reply) {
        late.add(reply);
    }

    boolean wasLate(String reply) {
        return late.contains(reply);
    }

    int lateReplies() {
        return late.size();
    }

    /** At how many revisions a negotiation is known to have expired. */
    int timesExpired(String id) {
        return expired.getOrDefault(id, Set.of()).size();
    }

    int expired() {
        return expired.values().stream().mapToInt(Set::size).sum();
    }

    /** The names of the steps of a negotiation that are known, with their revisions. */
    Map<String, Long> steps(String id) {
        return steps.getOrDefault(id, Map.of());
    }

    /** Of what was acknowledged, all that a store does not have. */
    List<String> lost(NegotiationStore store) {
        List<String> lost = new ArrayList<>();
        for (String id : opened) {
            if (store.find(new NegotiationId(id)).isEmpty()) {
                lost.add("lost: " + id);
            }
        }
        steps.forEach((id, known) -> known.forEach((key, revision) -> {
            boolean kept = store.findStep(new NegotiationId(id), new IdempotencyKey(key))
                    .filter(recorded -> recorded.revision() == revision)
                    .isPresent();
            if (!kept) {
                lost.add("lost: " + id + " " + key + " at " + revision);
            }
        }));
        return lost;
    }

    /** Where two acknowledgements cannot both be true. */
    List<String> contradictions() {
        return contradictions;
    }

    /** How often something was acknowledged. */
    long acknowledged() {
        return acknowledged;
    }

    /** How many of these were answers to what had been committed before. */
    long repeated() {
        return repeated;
    }
}
