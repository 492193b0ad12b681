package dev.parley.cli.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.application.delivery.Verdict;
import dev.parley.cli.fault.Orders.Place;
import dev.parley.cli.fault.Orders.Policy;
import dev.parley.crash.ChildJvm;
import dev.parley.crash.Fault;
import dev.parley.domain.message.OwedMessage;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Children that are killed one after the other on one file, each an hour later than the one before, and what is left. */
final class KillRun {
    private final Fault fault;
    private final Path directory;
    private final Orders orders;
    private final Random random;
    private final World world = new World();
    private int round;
    private int kills;

    KillRun(Fault fault, Path directory, Policy policy) {
        this.fault = fault;
        this.directory = directory;
        this.orders = Orders.on(directory.resolve("parley.db"), policy);
        this.random = fault.random(policy.name());
    }

    World world() {
        return world;
    }

    Random random() {
        return random;
    }

    /** Kills one child a round, at one of some places after the other. */
    void kill(List<Place> places, int rounds) throws Exception {
        for (int i = 0; i < rounds; i++) {
            Place place = places.get(i % places.size());
            int threads = random.nextBoolean() ? 1 : 4;
            int nth = 1 + random.nextInt(40);
            try (ChildJvm child =
                    start(orders.round(round, "n").threads(threads).stopping(place, nth))) {
                world.listen(child, place == Place.ANYWHERE ? nth : Long.MAX_VALUE / 2);
                kill(child);
            }
            endRound();
        }
    }

    /** One of the two children of this round, which comes to some place and goes on with its other thread. */
    ChildJvm oneOfTwo(String name) throws IOException {
        List<Place> places = List.of(Place.values());
        Place place = places.get(random.nextInt(places.size()));
        return start(orders.round(round, name).threads(2).stopping(place, 1 + random.nextInt(30)));
    }

    void kill(ChildJvm child) throws InterruptedException {
        child.kill();
        world.listenToTheEnd(child);
        kills++;
    }

    /** What the dead have left must agree with what the world knows. */
    void endRound() {
        round++;
        try (Aftermath after = aftermath()) {
            mustAgree(after);
        }
    }

    private ChildJvm start(Orders given) throws IOException {
        return world.start(directory.resolve("child"), given);
    }

    /** The file, once every lease is over. */
    Aftermath aftermath() {
        Orders next = orders.round(round, "after");
        return new Aftermath(SqliteNegotiationStore.open(next.file()), new SettableClock(next.now()), world.mail());
    }

    /** What the mailbox says of a message that may have gone out. */
    Verdict ask(OwedMessage message) {
        return world.mail().ask(message.id().value()).map(Verdict::wasSent).orElseGet(Verdict::wasNotSent);
    }

    List<OwedMessage> mustAgree(Aftermath after) {
        List<OwedMessage> owed = after.owed();
        assertEquals(List.of(), world.said(), fault.toString());
        assertEquals(List.of(), world.mail().contradictions(owed), fault.toString());
        Set<String> forgotten = new HashSet<>(world.owed());
        owed.forEach(message -> forgotten.remove(message.id().value()));
        assertEquals(Set.of(), forgotten, "every message whose step was acknowledged is owed; " + fault);
        return owed;
    }

    void mustBeSentOnce(Aftermath after) {
        List<OwedMessage> owed = mustAgree(after);
        List<OwedMessage> unsent =
                owed.stream().filter(message -> !after.isSent(message)).toList();
        assertEquals(List.of(), unsent, "everything owed is sent in the end; " + fault);
        assertEquals(owed.size(), world.mail().sent(), "each message went out once; " + fault);
        assertEquals(List.of(), after.withoutThread(), "each offer has put its negotiation on its thread; " + fault);
    }

    String figures() {
        return kills + " kills, " + world.steps() + " steps acknowledged, "
                + world.owed().size() + " messages owed by them, "
                + world.mail().sent()
                + " sent, the mailbox asked for " + world.mail().asked();
    }
}
