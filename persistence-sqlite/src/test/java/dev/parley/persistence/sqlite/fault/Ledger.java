package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What children have acknowledged, or have read and gone by, kept outside of them. */
final class Ledger {
    private final Map<String, Long> acknowledged = new TreeMap<>();
    private final List<String> said = new ArrayList<>();
    private long steps;

    /** Takes lines until so many steps are acknowledged, or the child says no more; true while it speaks. */
    boolean listen(ChildJvm child, long steps) throws InterruptedException {
        long until = this.steps + steps;
        while (this.steps < until) {
            Optional<String> line = child.line();
            if (line.isEmpty()) {
                return false;
            }
            take(line.get());
        }
        return true;
    }

    /** Takes lines until the child has taken its steps and waits. */
    void listenUntilItWaits(ChildJvm child) throws InterruptedException {
        for (Optional<String> line = child.line(); !line.equals(Optional.of("waiting")); line = child.line()) {
            take(line.orElseThrow(() -> new AssertionError("the child ended by itself" + child.lastWords())));
        }
    }

    /** Takes what has arrived, and waits for nothing. */
    void listenToWhatWasSaid(ChildJvm child) {
        child.arrived().forEach(this::take);
    }

    /** Takes all that is still to come; the child must be at its end. */
    void listenToTheEnd(ChildJvm child) throws InterruptedException {
        listen(child, Long.MAX_VALUE - steps);
    }

    private void take(String line) {
        String[] words = line.split(" ", -1);
        if (words[0].equals("ack")) {
            long revision = Long.parseLong(words[2]);
            Long before = acknowledged.put(words[1], revision);
            assertEquals(before == null ? 0 : before, revision - 1, "each revision is acknowledged once: " + line);
            steps++;
        } else if (words[0].equals("read")) {
            long revision = Long.parseLong(words[2]);
            acknowledged.merge(words[1], revision, Math::max);
        } else {
            said.add(line);
        }
    }

    /** What the children said besides. */
    List<String> said() {
        return said;
    }

    long steps() {
        return steps;
    }

    /** The steps that were acknowledged and are not there. */
    long lost(Audit audit) {
        return acknowledged.entrySet().stream()
                .mapToLong(entry -> Math.max(0, entry.getValue() - audit.revision(entry.getKey())))
                .sum();
    }

    /** The steps that are there and were not acknowledged: death came between the commit and the word. */
    long unheard(Audit audit) {
        return audit.found().entrySet().stream()
                .mapToLong(entry ->
                        Math.max(0, entry.getValue().revision() - acknowledged.getOrDefault(entry.getKey(), 0L)))
                .sum();
    }

    /** From now on what was found counts as acknowledged: it was read, and was whole. */
    void settle(Audit audit) {
        audit.found().forEach((id, stored) -> acknowledged.put(id, stored.revision()));
    }
}
