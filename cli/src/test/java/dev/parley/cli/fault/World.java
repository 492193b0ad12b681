package dev.parley.cli.fault;

import dev.parley.crash.ChildJvm;
import dev.parley.crash.ChildJvm.Heard;
import dev.parley.crash.MailServer;
import dev.parley.crash.Parent;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What is outside of the children: the mail server, and the ledger of what they have acknowledged. */
final class World {
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final MailServer mail = new MailServer();
    private final Set<String> owed = new HashSet<>();
    private final Map<ChildJvm, String> names = new HashMap<>();
    private final Set<ChildJvm> stopped = new HashSet<>();
    private final Set<ChildJvm> ended = new HashSet<>();
    private final List<String> said = new ArrayList<>();
    private long steps;
    private long crossed;

    ChildJvm start(Path scratch, Orders orders) throws IOException {
        ChildJvm child = ChildJvm.start(
                scratch,
                heard,
                List.of(),
                OrchestratorMain.class,
                orders.arguments().toArray());
        names.put(child, orders.name());
        return child;
    }

    /** Listens to all children until one has come where it is to stop, or so many more messages were sent. */
    void listen(ChildJvm child, long messages) throws InterruptedException {
        long until = mail.sent() + messages;
        listen(() -> stopped.contains(child) || mail.sent() >= until);
    }

    /** Listens to all children until that is enough. None of them may end by itself. */
    void listen(BooleanSupplier enough) throws InterruptedException {
        while (!enough.getAsBoolean()) {
            ChildJvm child = hear();
            if (ended.contains(child)) {
                throw new AssertionError("the child ended by itself: " + said + child.lastWords());
            }
        }
    }

    /** Takes all that is still to come of a child that was killed. */
    void listenToTheEnd(ChildJvm child) throws InterruptedException {
        while (!ended.contains(child)) {
            hear();
        }
    }

    private ChildJvm hear() throws InterruptedException {
        Heard next = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("the children are silent");
        }
        next.line().ifPresentOrElse(line -> take(next.child(), line.split("[ \t]", -1)), () -> ended.add(next.child()));
        return next.child();
    }

    private void take(ChildJvm child, String[] words) {
        switch (words[0]) {
            case "step" -> steps++;
            case "owes" -> owed.add(words[1]);
            case "send" -> {
                crossed += words[1].startsWith(names.get(child)) ? 0 : 1;
                answer(child, words[1], Optional.of(mail.send(words[1], words[2])));
            }
            case "ask" -> answer(child, words[1], mail.ask(words[1]));
            case "here" -> stopped.add(child);
            default -> said.add(String.join(" ", words));
        }
    }

    private static void answer(ChildJvm child, String message, Optional<Receipt> receipt) {
        String id =
                receipt.map(Receipt::providerMessageId).map(MessageId::value).orElse("none");
        String thread = receipt.map(Receipt::threadId).map(ThreadId::value).orElse("none");
        child.say(Parent.answer(message, id, thread));
    }

    MailServer mail() {
        return mail;
    }

    /** The messages whose owing was acknowledged. */
    Set<String> owed() {
        return owed;
    }

    /** How many steps were acknowledged. */
    long steps() {
        return steps;
    }

    /** How many messages were sent by another child than the one that opened their negotiation. */
    long crossed() {
        return crossed;
    }

    /** What the children said besides. */
    List<String> said() {
        return said;
    }
}
