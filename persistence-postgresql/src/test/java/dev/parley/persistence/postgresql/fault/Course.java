package dev.parley.persistence.postgresql.fault;

import dev.parley.domain.campaign.Cpm;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * How a negotiation goes, laid down in advance by its id: who knows that knows what the influencer answers.
 *
 * @param answers to the offer, and to each counter-offer after it; to what comes then there is no answer
 * @param patience how long each answer is waited for; short enough to race with it, or too long to run out
 * @param cpm what is agreed, if it comes to that
 */
record Course(NegotiationId id, List<Answer> answers, Duration patience, Cpm cpm) {
    private static final String OFFER = "-offer";
    private static final String COUNTER = "-counter-";
    private static final String REPLY = "-reply-";

    static Course of(NegotiationId id) {
        Random random = new Random(id.value().hashCode() * 0x9E3779B97F4A7C15L);
        List<Answer> answers = new ArrayList<>();
        for (int rounds = random.nextInt(3); rounds > 0; rounds--) {
            answers.add(random.nextInt(4) == 0 ? Answer.ASKS_FOR_A_HUMAN : Answer.HAGGLES);
        }
        int end = random.nextInt(20);
        boolean silent = end < 3;
        if (!silent) {
            answers.add(end < 15 ? Answer.ACCEPTS : Answer.REFUSES);
        }
        Duration patience = silent || end == 3 ? Duration.ofMillis(300) : Duration.ofHours(1);
        return new Course(id, answers, patience, new Cpm(BigDecimal.valueOf(2_000 + random.nextInt(1_000), 2)));
    }

    MessageId offer() {
        return new MessageId(id + OFFER);
    }

    /** The counter-offer that a reply is met with. */
    static MessageId counterTo(String reply) {
        return new MessageId(reply.replace(REPLY, COUNTER));
    }

    Instant deadline(Instant since) {
        return since.plus(patience);
    }

    /**
     * What an influencer writes.
     *
     * @param id the same for the same mail
     */
    record Reply(String id, Answer answer) {}

    /** The answer to a message that the influencer gets; none if there is silence. */
    Optional<Reply> replyTo(String message) {
        int before = message.endsWith(OFFER)
                ? 0
                : Integer.parseInt(message.substring(message.indexOf(COUNTER) + COUNTER.length()));
        return before < answers.size()
                ? Optional.of(new Reply(id + REPLY + (before + 1), answers.get(before)))
                : Optional.empty();
    }

    /** How many steps it takes, about. */
    int length() {
        return 2 + 2 * answers.size();
    }
}
