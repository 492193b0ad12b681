package dev.parley.cli.demo;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that is not as it was acknowledged, the first thing about each subject. */
public final class Faults {
    private final Map<String, Fault> bySubject = new LinkedHashMap<>();

    /** In which way something is wrong. */
    public enum Kind {
        LOST,
        DOUBLED,
        DIFFERENT
    }

    /**
     * One thing that is wrong.
     *
     * @param steps how many steps it concerns
     */
    record Fault(Kind kind, long steps, String what) {}

    void add(String subject, Kind kind, long steps, String what) {
        bySubject.putIfAbsent(subject, new Fault(kind, steps, subject + " " + what));
    }

    boolean isEmpty() {
        return bySubject.isEmpty();
    }

    List<String> descriptions() {
        return bySubject.values().stream().map(Fault::what).toList();
    }

    Map<Kind, Long> steps() {
        Map<Kind, Long> steps = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            steps.put(
                    kind,
                    bySubject.values().stream()
                            .filter(fault -> fault.kind() == kind)
                            .mapToLong(Fault::steps)
                            .sum());
        }
        return steps;
    }
}
