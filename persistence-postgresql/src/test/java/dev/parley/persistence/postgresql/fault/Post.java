package dev.parley.persistence.postgresql.fault;

import dev.parley.crash.MailServer;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.Receipt;
import dev.parley.persistence.postgresql.fault.Course.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The mail provider and the influencers, outside of the nodes. Now and then it does not say what it has done, and the
 * influencers' mail comes twice.
 */
final class Post {
    private static final String[] NOTHING = {Postbox.UNKNOWN};

    private final MailServer mail = new MailServer();
    private final Map<String, String> replies = new HashMap<>();
    private final InstantSource clock = InstantSource.system();
    private final Errands errands;
    private final Random random;
    private long ambiguous;

    Post(Errands errands, Random random) {
        this.errands = errands;
        this.random = random;
    }

    /** Sends a message, or does not, and says so, or does not. */
    String[] send(String message, String negotiation, String claimedUntil) {
        // Without a claim there is no end of it.
        boolean late = !claimedUntil.equals(Postbox.NONE) && !clock.instant().isBefore(Instant.parse(claimedUntil));
        int chance = random.nextInt(40);
        if (late || chance == 0) {
            return new String[] {Postbox.REFUSED};
        }
        if (chance == 1) {
            ambiguous++;
            return NOTHING;
        }
        boolean first = !mail.has(message);
        Receipt receipt = mail.send(message, negotiation);
        if (first) {
            Course.of(new NegotiationId(negotiation)).replyTo(message).ifPresent(reply -> reply(reply, receipt));
        }
        if (chance == 2) {
            ambiguous++;
            return NOTHING;
        }
        return sent(receipt);
    }

    /** What the mailbox says of a message; now and then it says that it cannot tell. */
    String[] ask(String message) {
        Optional<Receipt> receipt = mail.ask(message);
        return random.nextInt(8) == 0 ? NOTHING : receipt.map(Post::sent).orElseGet(() -> new String[] {Postbox.NONE});
    }

    private void reply(Reply reply, Receipt receipt) {
        String at = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
        ThreadId thread = receipt.threadId();
        replies.put(reply.id(), thread.value());
        int times = random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++) {
            errands.add("reply", thread.value(), reply.id(), at, reply.answer().name());
        }
    }

    private static String[] sent(Receipt receipt) {
        MessageId id = receipt.providerMessageId();
        ThreadId thread = receipt.threadId();
        return new String[] {Postbox.SENT, id.value(), thread.value()};
    }

    MailServer mail() {
        return mail;
    }

    /** The ids of the replies that the influencers have written, each with its thread. */
    Map<String, String> replies() {
        return replies;
    }

    /** How often it did not say what it had done. */
    long ambiguous() {
        return ambiguous;
    }
}
