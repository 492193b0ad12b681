package dev.parley.cli.demo;

import dev.parley.cli.json.NegotiationReader;
import dev.parley.domain.campaign.CampaignCpmTracker;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Keeps several requests outstanding, each for another negotiation, and books the answers. */
final class Traffic {
    private static final int WINDOW = 16;
    private static final int LEAST_STEPS_BETWEEN_QUOTES = 25;

    /** How likely a negotiation ends where it can, in percent: while kills are to come, and after the last. */
    private static final int ENDING = 15;

    private static final int ENDING_AT_LAST = 40;

    private final World world;
    private final Ledger ledger;
    private final Faults faults;
    private final RandomGenerator random;
    private final List<Entry> idle;
    private final Deque<Outstanding> outstanding = new ArrayDeque<>();
    private int alive;
    private long stepsAtQuote;

    /** A request without an answer; one that asks what may be offered belongs to no negotiation. */
    private record Outstanding(long id, @Nullable Entry entry) {}

    Traffic(World world, Ledger ledger, Faults faults, RandomGenerator random) {
        this.world = world;
        this.ledger = ledger;
        this.faults = faults;
        this.random = random;
        this.idle = new ArrayList<>(ledger.entries());
        this.alive = idle.size();
    }

    /** Whether every negotiation has ended. */
    boolean isOver() {
        return idle.isEmpty() && outstanding.isEmpty();
    }

    /**
     * Asks until as many requests are outstanding as may be.
     *
     * @param keepAlive how many negotiations must not end yet
     */
    void ask(Child child, int keepAlive) {
        if (ledger.steps() - stepsAtQuote >= Math.max(LEAST_STEPS_BETWEEN_QUOTES, idle.size() / 4)) {
            stepsAtQuote = ledger.steps();
            outstanding.add(new Outstanding(child.send(Requests.campaign()), null));
        }
        while (outstanding.size() < WINDOW && !idle.isEmpty()) {
            Entry entry = takeIdle();
            Ask ask = world.next(entry, endingPercent(keepAlive));
            alive -= ask.ends() ? 1 : 0;
            entry.asked = ask;
            outstanding.add(new Outstanding(child.send(Requests.step(entry, ask, random.nextBoolean())), entry));
        }
    }

    /** Books an answer, which must be the one to the oldest request outstanding. */
    void book(Answer answer) {
        Outstanding request = outstanding.remove();
        Entry entry = request.entry();
        if (answer.id() != request.id()) {
            faults.add("request " + request.id(), Faults.Kind.DIFFERENT, 1, "was answered as " + answer.id());
        } else if (entry == null) {
            bookQuote(answer);
        } else if (answer.result() == null) {
            faults.add(
                    "negotiation " + entry.id,
                    Faults.Kind.DIFFERENT,
                    1,
                    "refused what was legal: " + answer.error() + ", " + answer.message());
        } else {
            bookStep(entry, NegotiationReader.read(answer.result()));
        }
    }

    /** Waits for every answer outstanding, and asks nothing more. */
    void drain(Child child) {
        while (!outstanding.isEmpty()) {
            book(child.receive());
        }
    }

    /** Forgets what is outstanding, and gives the negotiations that were asked something, in the order asked. */
    List<Entry> cutOff() {
        List<Entry> unanswered = new ArrayList<>();
        for (Outstanding request : outstanding) {
            if (request.entry() != null) {
                unanswered.add(request.entry());
            }
        }
        outstanding.clear();
        return unanswered;
    }

    /**
     * Goes on with a negotiation whose request was cut off.
     *
     * @param undone what was asked and has not come to pass; null if it has
     */
    void settled(Entry entry, @Nullable Ask undone) {
        alive += undone != null && undone.ends() ? 1 : 0;
        goOnWith(entry);
    }

    private int endingPercent(int keepAlive) {
        if (keepAlive == 0) {
            return ENDING_AT_LAST;
        }
        return alive > keepAlive ? ENDING : 0;
    }

    private void bookStep(Entry entry, Stored<NegotiationSnapshot> now) {
        if (!entry.isOneStepFurther(now)) {
            faults.add(
                    "negotiation " + entry.id,
                    Faults.Kind.DIFFERENT,
                    1,
                    "was answered with something else than was asked, revision " + now.revision());
        }
        ledger.acknowledge(entry, now);
        goOnWith(entry);
    }

    /** What is allowed must follow from the very agreements acknowledged so far. */
    private void bookQuote(Answer answer) {
        BigDecimal allowed = Requests.maxAllowed(answer);
        BigDecimal expected = CampaignCpmTracker.fromSnapshot(ledger.campaign().tracker())
                .flexibilityFor(null)
                .maxAllowedCpm();
        if (allowed == null || expected.compareTo(allowed) != 0) {
            faults.add("the tracker", Faults.Kind.DIFFERENT, 1, "allows " + allowed + " in place of " + expected);
        }
        world.mayOffer(expected);
    }

    private void goOnWith(Entry entry) {
        if (!entry.hasEnded()) {
            idle.add(entry);
        }
    }

    private Entry takeIdle() {
        int index = random.nextInt(idle.size());
        Entry last = idle.remove(idle.size() - 1);
        return index == idle.size() ? last : idle.set(index, last);
    }
}
