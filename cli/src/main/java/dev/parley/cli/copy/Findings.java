package dev.parley.cli.copy;

import java.util.ArrayList;
import java.util.List;

/** What was found, of which only so much is kept as a human will read. Not thread-safe. */
final class Findings {
    static final int KEPT = 1_000;

    private final List<CopyFinding> kept = new ArrayList<>();
    private long dropped;

    void add(String subject, String problem) {
        if (kept.size() < KEPT) {
            kept.add(new CopyFinding(subject, problem));
        } else {
            dropped++;
        }
    }

    List<CopyFinding> all() {
        List<CopyFinding> all = new ArrayList<>(kept);
        if (dropped > 0) {
            all.add(new CopyFinding("and more", dropped + " others are like them"));
        }
        return List.copyOf(all);
    }
}
