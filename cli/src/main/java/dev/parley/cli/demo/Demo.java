package dev.parley.cli.demo;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.documents.JsonObject;
import dev.parley.domain.campaign.CampaignSnapshot;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.value.InvalidValueException;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Runs a campaign on a process that is killed again and again, and finds out whether anything acknowledged is gone. */
public final class Demo {
    /** More than are outstanding, so that every kill of the unsafe store loses something it has acknowledged. */
    private static final int LEAST_STEPS_BETWEEN_KILLS = 20;

    /** How many steps an influencer takes about, while kills are to come. */
    private static final int STEPS_PER_INFLUENCER = 8;

    private static final int LONGEST_PARK_NANOS = 1_000_000;
    private static final long PROGRESS_NANOS = 2_000_000_000L;

    private final DemoPlan plan;
    private final Progress progress;
    private final SplittableRandom random;
    private final Faults faults = new Faults();
    private final JsonObject campaign;
    private final Ledger ledger;
    private final Traffic traffic;
    private final Tally tally = new Tally();

    /**
     * A demo that has not begun.
     *
     * @param progress is told what happens while it happens
     */
    public Demo(DemoPlan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
        this.random = new SplittableRandom(plan.seed());
        Scenery scenery = new Scenery(random);
        this.campaign = scenery.campaign(plan.influencers());
        CampaignSnapshot registered = Scenery.registered(campaign);
        this.ledger = new Ledger(registered);
        for (int i = 1; i <= plan.influencers(); i++) {
            ledger.add(new Entry(scenery.negotiation(i)));
        }
        this.traffic =
                new Traffic(new World(random, scenery, registered.tracker().target()), ledger, faults, random);
    }

    /** Runs to the end and audits the file. */
    public DemoReport run() {
        try (Scratch scratch = Scratch.create()) {
            return run(scratch);
        } catch (InvalidValueException unreadable) {
            throw new RefusedException(
                    ErrorCode.STORE_FAILURE,
                    "an answer of the child process cannot be read: " + unreadable.getMessage());
        }
    }

    private DemoReport run(Scratch scratch) {
        long started = System.nanoTime();
        Child child = start(scratch);
        try {
            register(child, started);
            while (faults.isEmpty() && !(tally.kills == plan.kills() && traffic.isOver())) {
                work(child);
                if (faults.isEmpty() && tally.kills < plan.kills()) {
                    kill(child);
                    child = restart(child, scratch);
                }
            }
            traffic.drain(child);
            child.finish();
        } finally {
            child.close();
        }
        audit();
        return tally.report(plan, ledger, faults, (System.nanoTime() - started) / 1_000_000);
    }

    private Child start(Scratch scratch) {
        return new Child(ChildProcess.start(plan.file(), plan.unsafe(), scratch));
    }

    private void register(Child child, long started) {
        Answer answer = child.ask(Requests.register(campaign));
        if (answer.result() == null) {
            throw new RefusedException(ErrorCode.STORE_FAILURE, "the campaign was refused: " + answer.message());
        }
        progress.say("start 1: up after " + (System.nanoTime() - started) / 1_000_000 + " ms, campaign of "
                + plan.influencers() + " influencers registered");
    }

    /** Negotiates for a while: until the next kill is due, or, after the last, until everything has ended. */
    private void work(Child child) {
        boolean finishing = tally.kills == plan.kills();
        long until =
                finishing ? Long.MAX_VALUE : ledger.steps() + LEAST_STEPS_BETWEEN_KILLS + random.nextInt(mostSteps());
        long saidAt = System.nanoTime();
        while (faults.isEmpty() && ledger.steps() < until && !traffic.isOver()) {
            traffic.ask(child, finishing ? 0 : keptAlive());
            traffic.book(child.receive());
            if (System.nanoTime() - saidAt > PROGRESS_NANOS) {
                saidAt = System.nanoTime();
                progress.say("  " + ledger.steps() + " steps acknowledged, in flight " + ledger.inFlight() + ", ended "
                        + ledger.ended());
            }
        }
    }

    /** So that the kills are spread over the whole campaign, whatever its size. */
    private int mostSteps() {
        int evenly = STEPS_PER_INFLUENCER * plan.influencers() / plan.kills();
        return Math.max(LEAST_STEPS_BETWEEN_KILLS, 2 * evenly);
    }

    /** The world must not end before the last kill has hit; in a small one nobody may leave. */
    private int keptAlive() {
        return Math.max(plan.influencers() / 2, Math.min(plan.influencers(), 4));
    }

    private void kill(Child child) {
        traffic.ask(child, keptAlive());
        LockSupport.parkNanos(random.nextInt(LONGEST_PARK_NANOS));
        child.kill().forEach(traffic::book);
    }

    private Child restart(Child killed, Scratch scratch) {
        killed.close();
        List<Entry> unanswered = traffic.cutOff();
        tally.hit(!unanswered.isEmpty(), plan);
        progress.say(
                unanswered.isEmpty()
                        ? "killed with nothing in flight, which does not count"
                        : "kill " + tally.kills + " of " + plan.kills() + ": SIGKILL after " + ledger.steps()
                                + " acknowledged steps, " + unanswered.size() + " more in flight");
        long started = System.nanoTime();
        Child child = start(scratch);
        try {
            Restart.Found found = new Restart(child, ledger, traffic, faults).check(unanswered, started);
            tally.add(found);
            progress.say("start " + tally.starts + ": up after " + found.upMillis() + " ms, recovered "
                    + found.recovered() + " negotiations in flight in " + found.recoverMicros() / 1_000 + " ms; of "
                    + unanswered.size() + " unanswered steps " + found.durable() + " durable, "
                    + (unanswered.size() - found.durable()) + " not"
                    + (faults.isEmpty() ? "; everything acknowledged is there" : "; SOMETHING ACKNOWLEDGED IS NOT"));
            return child;
        } catch (RuntimeException failure) {
            child.close();
            throw failure;
        }
    }

    private void audit() {
        progress.say("auditing the file against the ledger");
        try (NegotiationStore store = SqliteNegotiationStore.open(
                plan.file(), SqliteNegotiationStore.Options.defaults().createIfMissing(false))) {
            new Audit(ledger, faults).check(store);
        }
    }
}
