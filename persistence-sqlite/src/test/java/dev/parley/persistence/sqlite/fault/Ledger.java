package dev.parley.persistence.sqlite.fault;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.parley.crash.ChildJvm;
import dev.parley.domain.identity.MessageId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What children have acknowledged, or have read and gone by, kept outside of them; and the mail they sent. */
final class Ledger {
    private final MailServer mail = new MailServer();

    /** The revisions that are known, by negotiation. */
    private final Map<String, BitSet> acknowledged = new TreeMap<>();

    /** The latest revisions that refusals have named as stored. */
    private final Map<String, Integer> named = new TreeMap<>();

    private final Set<String> recordedAsSent = new HashSet<>();
    private final List<String> said = new ArrayList<>();
    private long steps;
    private boolean stopped;

    /** Takes lines until so many steps are acknowledged, or the child stops or says no more; true while it lives. */
    boolean listen(ChildJvm child, long steps) throws InterruptedException {
        stopped = false;
        long until = this.steps + steps;
        while (this.steps < until && !stopped) {
            Optional<String> line = child.line();
            if (line.isEmpty()) {
                return false;
            }
            take(child, line.get());
        }
        return true;
    }

    /** Takes lines until the child has taken its steps and waits. */
    void listenUntilItWaits(ChildJvm child) throws InterruptedException {
        for (Optional<String> line = child.line(); !line.equals(Optional.of("waiting")); line = child.line()) {
            take(child, line.orElseThrow(() -> new AssertionError("the child ended by itself" + child.lastWords())));
        }
    }

    /** Takes what has arrived, and waits for nothing. */
    void listenToWhatWasSaid(ChildJvm child) {
        child.arrived().forEach(line -> take(child, line));
    }

    /** Takes all that is still to come; the child must be at its end. */
    void listenToTheEnd(ChildJvm child) throws InterruptedException {
        for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
            take(child, line.get());
        }
    }

    /** Takes a line that a child said. */
    void take(ChildJvm child, String line) {
        String[] words = line.split("[ \t]", -1);
        switch (words[0]) {
            case "ack" -> acknowledge(words[1], Integer.parseInt(words[2]));
            case "read" -> revisions(words[1]).set(1, Integer.parseInt(words[2]) + 1);
            case "named" -> named.merge(words[1], Integer.parseInt(words[2]), Math::max);
            case "sent" -> recordedAsSent.add(words[1]);
            case "send", "ask" -> child.say(RemoteMail.answered(mail, words[0], new MessageId(words[1])));
            case "here" -> stopped = true;
            default -> said.add(line);
        }
    }

    /** A step was acknowledged, by a child or by this process. */
    void acknowledge(String id, int revision) {
        BitSet known = revisions(id);
        assertFalse(known.get(revision), "each revision is acknowledged once: " + id + " " + revision);
        known.set(revision);
        steps++;
    }

    private BitSet revisions(String id) {
        return acknowledged.computeIfAbsent(id, key -> new BitSet());
    }

    /** What the children said besides. */
    List<String> said() {
        return said;
    }

    long steps() {
        return steps;
    }

    MailServer mail() {
        return mail;
    }

    /** Whether the child has come to the moment that it was to stop at. */
    boolean hasStopped() {
        return stopped;
    }

    /** What was acknowledged in all: steps, and messages recorded as sent. */
    long acknowledgements() {
        return steps + recordedAsSent.size();
    }

    /** Of what was acknowledged, how much is not there. */
    long lost(Audit audit) {
        long lostSteps = acknowledged.entrySet().stream()
                .mapToLong(entry -> entry.getValue().stream()
                        .filter(revision -> revision > audit.revision(entry.getKey()))
                        .count())
                .sum();
        return lostSteps
                + named.entrySet().stream()
                        .filter(entry -> entry.getValue() > audit.revision(entry.getKey()))
                        .count()
                + recordedAsSent.stream()
                        .filter(message -> !audit.isSent(message))
                        .count();
    }

    /** The steps that are there and were not acknowledged: death came between the commit and the word. */
    List<Unheard> unheard(Audit audit) {
        List<Unheard> unheard = new ArrayList<>();
        audit.found().forEach((id, stored) -> {
            BitSet known = revisions(id);
            for (int at = known.nextClearBit(1); at <= stored.revision(); at = known.nextClearBit(at + 1)) {
                unheard.add(new Unheard(stored, at));
            }
        });
        return unheard;
    }

    /** From now on what was found counts as acknowledged: it was read, and was whole. */
    void settle(Audit audit) {
        audit.found().forEach((id, stored) -> revisions(id).set(1, (int) stored.revision() + 1));
    }
}
