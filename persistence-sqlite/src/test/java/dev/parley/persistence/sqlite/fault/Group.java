package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.port.Commit;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.persistence.sqlite.fault.TappedStore.Tap;
import dev.parley.persistence.sqlite.jdbc.Crowd;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait for one store at the same time, and so share a transaction: another one, which changes nothing, has
 * the turn until they are all there.
 */
final class Group implements AutoCloseable {
    private final Crowd crowd = new Crowd();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private final SqliteNegotiationStore store;
    private volatile @Nullable Thread holder;

    /**
     * A group that is still empty.
     *
     * @param file with the tables, and the campaign of the fixtures
     * @param tap is told of its statements
     */
    Group(Path file, Tap tap) throws Exception {
        store = TappedStore.open(file, new Turn(tap));
        crowd.join(() -> {
            store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
            return "held the turn";
        });
        held.await();
    }

    /**
     * A group of members.
     *
     * @param members in their order
     * @param file where they are prepared
     * @param told takes what each says it was told, on its own thread
     */
    static Group of(List<Member> members, Path file, Tap tap, Consumer<String> told) throws Exception {
        Map<Member, Commit> commits = new EnumMap<>(Member.class);
        try (SqliteNegotiationStore store = SqliteNegotiationStore.open(file)) {
            for (Member member : members) {
                commits.put(member, member.decidedOn(store));
            }
        }
        Group group = new Group(file, tap);
        commits.forEach((member, commit) -> group.join(() -> {
            String line = member.told(group.store, commit);
            told.accept(line);
            return line;
        }));
        return group;
    }

    /** Starts a thread, and returns once it waits. */
    Thread join(Crowd.Call call) {
        return crowd.join(call);
    }

    SqliteNegotiationStore store() {
        return store;
    }

    /** Lets the group go. */
    void go() {
        free.countDown();
    }

    /** What came of each call, in the order they came: what it returned, or what it threw. */
    List<Object> outcomes() throws InterruptedException {
        List<Object> outcomes = crowd.outcomes();
        return outcomes.subList(1, outcomes.size());
    }

    @Override
    public void close() {
        go();
        store.close();
    }

    private void hold() {
        held.countDown();
        try {
            free.await();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private final class Turn implements Tap {
        private final Tap tap;

        Turn(Tap tap) {
            this.tap = tap;
        }

        @Override
        public void before(String sql) {
            if (holder == null) {
                holder = Thread.currentThread();
                hold();
            }
            if (holder != Thread.currentThread()) {
                tap.before(sql);
            }
        }

        @Override
        public void after(String sql) {
            if (holder != Thread.currentThread()) {
                tap.after(sql);
            }
        }
    }
}
