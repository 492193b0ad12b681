package dev.parley.persistence.postgresql.fault;

import dev.parley.application.AgreedTerms;
import dev.parley.application.Step;
import dev.parley.domain.attributes.AttributeKey;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Stored;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an orchestrator decides, from what is stored alone: two nodes decide the same, and who comes after a crash decides
 * what the dead one would have. Each step is named, and its cause in the history is its name.
 */
final class Decisions {
    static final String OFFER = "offer";
    static final String GIVE_UP = "give up";
    static final String HEAR = "hear ";
    static final String DECIDE = "decide ";
    static final String RESUME = "resume ";

    private static final AttributeKey<String> REPLY = AttributeKey.text("reply");
    private static final AttributeKey<String> REPLIED_AT = AttributeKey.text("replied_at");
    private static final AttributeKey<String> ANSWER = AttributeKey.text("answer");
    private static final Attributes LETTER = Attributes.of(Map.of("text", "How about it?"));

    private Decisions() {}

    /** The step that takes a reply down; what is made of it is the next one. */
    static Step hear(Stored<Negotiation> current, String reply, Instant at, Answer answer) {
        return named(Step.on(current, NegotiationEvent.RECEIVE_REPLY), HEAR + reply)
                .changing(
                        Set.of(),
                        Attributes.empty()
                                .with(REPLY, reply)
                                .with(REPLIED_AT, at.toString())
                                .with(ANSWER, answer.name()))
                .handles(new MessageId(reply), at, LETTER);
    }

    /** The next step, where it is the orchestrator's turn. */
    static Optional<Step> next(Stored<Negotiation> current) {
        Negotiation negotiation = current.value();
        return switch (negotiation.state()) {
            case INITIAL_OFFER -> Optional.of(offer(current));
            case COUNTER_RECEIVED -> Optional.of(decide(current));
            case ESCALATED ->
                Optional.of(counter(current, NegotiationEvent.RESUME_COUNTER, RESUME + reply(negotiation)));
            case STALE -> Optional.of(named(Step.on(current, NegotiationEvent.REJECT), GIVE_UP));
            default -> Optional.empty();
        };
    }

    private static Step offer(Stored<Negotiation> current) {
        Course course = Course.of(current.value().id());
        return named(Step.on(current, NegotiationEvent.SEND_OFFER), OFFER)
                .owes(course.offer(), LETTER)
                .replyDue(course.deadline(current.value().snapshot().createdAt()));
    }

    private static Step decide(Stored<Negotiation> current) {
        Negotiation negotiation = current.value();
        Answer answer = Answer.valueOf(negotiation.context().get(ANSWER).orElseThrow());
        String name = DECIDE + reply(negotiation);
        return switch (answer) {
            case HAGGLES -> counter(current, answer.event(), name);
            case ACCEPTS ->
                named(Step.on(current, answer.event()), name)
                        .agreeing(AgreedTerms.at(Course.of(negotiation.id()).cpm()));
            case ASKS_FOR_A_HUMAN, REFUSES -> named(Step.on(current, answer.event()), name);
        };
    }

    private static Step counter(Stored<Negotiation> current, NegotiationEvent event, String name) {
        Negotiation negotiation = current.value();
        Instant heard = Instant.parse(negotiation.context().get(REPLIED_AT).orElseThrow());
        return named(Step.on(current, event), name)
                .owes(Course.counterTo(reply(negotiation)), LETTER)
                .replyDue(Course.of(negotiation.id()).deadline(heard));
    }

    private static String reply(Negotiation negotiation) {
        return negotiation.context().get(REPLY).orElseThrow();
    }

    private static Step named(Step step, String name) {
        return step.because(name).named(new IdempotencyKey(name));
    }
}
