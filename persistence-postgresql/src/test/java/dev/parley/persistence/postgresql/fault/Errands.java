package dev.parley.persistence.postgresql.fault;

import dev.parley.crash.ChildJvm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What is to be brought to the nodes: each to any of them, and to another if that one dies before it says it is done. */
final class Errands {
    private static final int AT_ONCE = 8;

    private final Deque<String> waiting = new ArrayDeque<>();
    private final List<String> later = new ArrayList<>();
    private final Map<ChildJvm, Map<String, String>> given = new HashMap<>();
    private final Random random;
    private long number;

    Errands(Random random) {
        this.random = random;
    }

    void add(String what, String... words) {
        number++;
        waiting.add(what + "\t" + number + "\t" + String.join("\t", words));
    }

    /** Gives to each node as much as it may have at once. */
    void handOut(Collection<ChildJvm> nodes) {
        List<ChildJvm> free = new ArrayList<>(nodes);
        free.removeIf(node -> of(node).size() >= AT_ONCE);
        while (!waiting.isEmpty() && !free.isEmpty()) {
            ChildJvm node = free.get(random.nextInt(free.size()));
            String line = waiting.remove();
            of(node).put(line.split("\t", -1)[1], line);
            node.say(line);
            if (of(node).size() >= AT_ONCE) {
                free.remove(node);
            }
        }
    }

    void done(ChildJvm node, String errand) {
        of(node).remove(errand);
    }

    /** It cannot be done yet. */
    void later(ChildJvm node, String errand) {
        String line = of(node).remove(errand);
        if (line != null) {
            later.add(line);
        }
    }

    /** What could not be done may be tried again. */
    void tryAgain() {
        waiting.addAll(later);
        later.clear();
    }

    void died(ChildJvm node) {
        waiting.addAll(of(node).values());
        given.remove(node);
    }

    boolean areDone() {
        return waiting.isEmpty() && later.isEmpty() && given.values().stream().allMatch(Map::isEmpty);
    }

    private Map<String, String> of(ChildJvm node) {
        return given.computeIfAbsent(node, key -> new TreeMap<>());
    }

    /** How much waits, and how much is given out. */
    @Override
    public String toString() {
        return waiting.size() + " errands wait, " + later.size() + " for later, " + given.values();
    }
}
