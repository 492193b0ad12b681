package dev.parley.cli.fault;

import dev.parley.application.Negotiations;
import dev.parley.application.delivery.DispatchOptions;
import dev.parley.application.delivery.MessageDispatcher;
import dev.parley.application.delivery.MessageSender;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.crash.Parent;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.port.Commit;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.persistence.sqlite.SqliteNegotiationStore;
import dev.parley.testkit.Fixtures;
import dev.parley.testkit.SettableClock;
import java.time.InstantSource;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A child that is a small orchestrator: it takes steps and dispatches what they owe, on several threads, for ever, by its
 * {@link Orders}. What it finds in flight it carries on with. It acknowledges each step and each message owed.
 */
final class OrchestratorMain {
    /** How often a message may be tried; more often than there are kills. */
    private static final int ATTEMPTS = 1_000;

    private final Script script;
    private final MessageDispatcher dispatcher;
    private final String name;
    private final Queue<NegotiationId> inFlight = new ConcurrentLinkedQueue<>();

    private OrchestratorMain(NegotiationStore file, Orders orders) {
        Stop stop = Stop.at(orders.place(), orders.nth());
        NegotiationStore store = stop.around(file);
        InstantSource clock = new SettableClock(orders.now());
        Postbox postbox = new Postbox(stop);
        Negotiations negotiations = new Negotiations(store, clock);
        this.script = new Script(negotiations);
        this.name = orders.name();
        this.dispatcher = dispatcher(store, postbox, policy(orders, postbox), clock);
        store.commit(Commit.of(Fixtures.campaign(Fixtures.CAMPAIGN)));
        negotiations.recover(found -> inFlight.add(found.value().id()));
    }

    static MessageDispatcher dispatcher(
            NegotiationStore store, MessageSender sender, UnconfirmedPolicy policy, InstantSource clock) {
        return new MessageDispatcher(
                store,
                sender,
                policy,
                clock,
                new Random(1),
                DispatchOptions.defaults().withMaxAttempts(ATTEMPTS));
    }

    private static UnconfirmedPolicy policy(Orders orders, Postbox postbox) {
        return switch (orders.policy()) {
            case ASK_THE_MAILBOX -> postbox;
            case LEAVE_TO_HUMAN -> UnconfirmedPolicy.leaveToHuman();
            case RESEND -> UnconfirmedPolicy.resend();
        };
    }

    public static void main(String[] arguments) {
        Orders orders = Orders.parse(arguments);
        OrchestratorMain orchestrator = new OrchestratorMain(SqliteNegotiationStore.open(orders.file()), orders);
        for (int i = 0; i < orders.threads(); i++) {
            int number = i;
            new Thread(() -> orchestrator.run(number)).start();
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private void run(int thread) {
        try {
            for (int i = 0; ; i++) {
                dispatcher.dispatch();
                NegotiationId id = inFlight.poll();
                if (id == null) {
                    id = new NegotiationId(name + "." + thread + "." + i);
                    script.open(id);
                } else {
                    step(id);
                }
                if (!script.isOver(id)) {
                    inFlight.add(id);
                }
            }
        } catch (RuntimeException failure) {
            Parent.say("failed " + failure);
            Runtime.getRuntime().halt(3);
        }
    }

    private void step(NegotiationId id) {
        for (MessageId message : script.step(id)) {
            Parent.say("owes " + message);
        }
        Parent.say("step");
    }
}
