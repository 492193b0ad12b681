package dev.parley.persistence.postgresql.fault;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.ChildJvm.Heard;
import dev.parley.crash.Parent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The nodes, and what goes to and fro between them and the world outside. One thread hears them all. */
final class Nodes implements AutoCloseable {
    private static final List<String> OPTIONS = List.of("-Xmx128m");
    private static final long QUIET_MILLIS = 50;

    private final Path scratch;
    private final Orders orders;
    private final Random random;
    private final Errands errands;
    private final Post post;
    private final Ledger ledger = new Ledger();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final List<ChildJvm> running = new ArrayList<>();
    private final Set<ChildJvm> dying = new HashSet<>();
    private final Set<ChildJvm> doomed = new HashSet<>();
    private final Set<ChildJvm> ready = new HashSet<>();
    private final Set<ChildJvm> inTrouble = new HashSet<>();
    private final Map<Death, Integer> deaths = new EnumMap<>(Death.class);
    private final Map<String, Integer> troubles = new TreeMap<>();

    /** When a node is killed. */
    enum Death {
        ANYWHERE,
        AFTER_SEND
    }

    Nodes(Path scratch, Orders orders, Random random) {
        this.scratch = scratch;
        this.orders = orders;
        this.random = random;
        this.errands = new Errands(random);
        this.post = new Post(errands, random);
    }

    void start(int nodes) throws IOException {
        for (int i = 0; i < nodes; i++) {
            startOne();
        }
    }

    private void startOne() throws IOException {
        running.add(ChildJvm.start(scratch, heard, OPTIONS, NodeMain.class, orders.arguments()));
    }

    /**
     * Hears one line and answers it, unless all are silent for a while.
     *
     * @return whether one said something
     */
    boolean turn() throws IOException, InterruptedException {
        errands.handOut(running);
        Heard next = heard.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
            errands.tryAgain();
            return false;
        }
        Optional<String> line = next.line();
        if (line.isPresent()) {
            take(next.child(), line.get().split("\t", -1));
        } else {
            ended(next.child());
        }
        return true;
    }

    private void take(ChildJvm node, String[] words) {
        switch (words[0]) {
            case "ready" -> ready.add(node);
            case "trouble" -> trouble(node, words[1] + " " + words[2]);
            case "opened" -> ledger.opened(words[1]);
            case "step" -> ledger.step(words[1], words[2], Long.parseLong(words[3]), Boolean.parseBoolean(words[4]));
            case "expired" -> ledger.expired(words[1], Long.parseLong(words[2]));
            case "late" -> ledger.late(words[1]);
            case "done" -> errands.done(node, words[1]);
            case "later" -> errands.later(node, words[1]);
            case "send" -> answer(node, words[1], post.send(words[2], words[3], words[4]));
            case "ask" -> answer(node, words[1], post.ask(words[2]));
            default -> throw new AssertionError(String.join(" ", words) + node.lastWords());
        }
    }

    private void trouble(ChildJvm node, String what) {
        troubles.merge(what, 1, Integer::sum);
        inTrouble.add(node);
    }

    private void answer(ChildJvm node, String question, String[] answer) {
        if (doomed.remove(node)) {
            kill(node, Death.AFTER_SEND);
        }
        node.say(Parent.answer(question, answer));
    }

    private void ended(ChildJvm node) throws IOException {
        if (!dying.remove(node)) {
            throw new AssertionError("a node ended by itself" + node.lastWords());
        }
        node.close();
        errands.died(node);
        startOne();
    }

    /**
     * Kills one of them, now or when it next sends a message or asks about one; another is started in its place.
     *
     * @return whether there was one to kill
     */
    boolean killOne() {
        List<ChildJvm> spared =
                running.stream().filter(node -> !doomed.contains(node)).toList();
        if (spared.isEmpty()) {
            return false;
        }
        ChildJvm node = spared.get(random.nextInt(spared.size()));
        if (random.nextBoolean()) {
            kill(node, Death.ANYWHERE);
        } else {
            doomed.add(node);
        }
        return true;
    }

    private void kill(ChildJvm node, Death death) {
        if (running.remove(node)) {
            doomed.remove(node);
            ready.remove(node);
            inTrouble.remove(node);
            dying.add(node);
            deaths.merge(death, 1, Integer::sum);
            node.kill();
        }
    }

    /** Kills all, and hears what they have said before. */
    void killAll() throws InterruptedException {
        List.copyOf(running).forEach(node -> kill(node, Death.ANYWHERE));
        while (!dying.isEmpty()) {
            Heard next = heard.take();
            if (next.line().isPresent()) {
                take(next.child(), next.line().get().split("\t", -1));
            } else {
                dying.remove(next.child());
                next.child().close();
            }
        }
    }

    boolean areReady() {
        return ready.containsAll(running) && dying.isEmpty();
    }

    /** From now on trouble counts anew. */
    void forgetTrouble() {
        inTrouble.clear();
    }

    /** Whether each of them has met with trouble. */
    boolean areInTrouble() {
        return inTrouble.containsAll(running) && dying.isEmpty();
    }

    Errands errands() {
        return errands;
    }

    Post post() {
        return post;
    }

    Ledger ledger() {
        return ledger;
    }

    Map<Death, Integer> deaths() {
        return deaths;
    }

    Map<String, Integer> troubles() {
        return troubles;
    }

    @Override
    public void close() {
        running.forEach(ChildJvm::close);
        dying.forEach(ChildJvm::close);
    }

    @Override
    public String toString() {
        return running.size() + " nodes, " + errands + ", " + ledger.acknowledged() + " acknowledgements, " + troubles;
    }
}
