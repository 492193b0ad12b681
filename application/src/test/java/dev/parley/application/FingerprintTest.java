package dev.parley.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.domain.attributes.AttributeValue;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.EngagementRate;
import dev.parley.domain.identity.IdempotencyKey;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.port.Stored;
import dev.parley.testkit.Fixtures;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    private static final Stored<Negotiation> READ = new Stored<>(Fixtures.negotiation("n-1"), 3);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final MessageId MAIL = new MessageId("<1@them>");
    private static final MessageId OFFER = new MessageId("<1@us>");
    private static final Attributes TEXT = Attributes.of(Map.of("text", "27.50?"));

    private static Step full(Stored<Negotiation> read) {
        return Step.on(read, NegotiationEvent.RECEIVE_REPLY, NegotiationEvent.ACCEPT)
                .because("fair")
                .changing(Set.of("a", "b"), Attributes.of(Map.of("cpm", new BigDecimal("27.50"))))
                .agreeing(terms("27.50", "4.2", 120_000L))
                .handles(MAIL, NOON, TEXT)
                .owes(OFFER, TEXT)
                .replyDue(NOON);
    }

    private static AgreedTerms terms(String cpm, String engagement, Long views) {
        return new AgreedTerms(Fixtures.cpm(cpm), new EngagementRate(new BigDecimal(engagement)), views);
    }

    private static Step holding(Object value) {
        Map<String, Object> context = new HashMap<>();
        context.put("value", value);
        return Step.on(READ).changing(Set.of(), Attributes.of(context));
    }

    private static void assertAllDiffer(List<Step> steps) {
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            Integer other = seen.put(Fingerprint.of(steps.get(i)), i);
            assertEquals(null, other, "step " + i + " looks like step " + other);
        }
    }

    @Test
    void everyPartOfADecisionCounts() {
        Step step = full(READ);
        assertAllDiffer(List.of(
                step,
                Step.on(READ),
                new Step(
                        READ,
                        List.of(NegotiationEvent.RECEIVE_REPLY),
                        step.remove(),
                        step.put(),
                        step.cause(),
                        step.agreement(),
                        step.handled(),
                        step.owed(),
                        step.replyDueAt(),
                        step.key()),
                new Step(
                        READ,
                        List.of(NegotiationEvent.ACCEPT, NegotiationEvent.RECEIVE_REPLY),
                        step.remove(),
                        step.put(),
                        step.cause(),
                        step.agreement(),
                        step.handled(),
                        step.owed(),
                        step.replyDueAt(),
                        step.key()),
                step.changing(Set.of("a"), step.put()),
                step.changing(Set.of("ab"), step.put()),
                step.changing(step.remove(), Attributes.empty()),
                step.put("cpm", new BigDecimal("27.51")),
                step.put("cpn", new BigDecimal("27.50")),
                step.because("unfair"),
                step.because(""),
                step.because(null),
                step.agreeing(null),
                step.agreeing(terms("27.5", "4.2", 120_000L)),
                step.agreeing(terms("27.50", "4.3", 120_000L)),
                step.agreeing(terms("27.50", "4.2", 120_001L)),
                step.agreeing(terms("27.50", "4.2", null)),
                step.agreeing(new AgreedTerms(Fixtures.cpm("27.50"), null, 120_000L)),
                step.handles(new MessageId("<2@them>"), NOON, TEXT),
                Step.on(READ).handles(MAIL, NOON, TEXT),
                Step.on(READ).handles(MAIL, NOON, Attributes.empty()),
                Step.on(READ).handles(new MessageId("<2@them>"), NOON, TEXT),
                Step.on(READ).owes(MAIL, TEXT),
                Step.on(READ).owes(OFFER, TEXT),
                Step.on(READ).owes(OFFER, Attributes.empty()),
                Step.on(READ).owes(OFFER, TEXT).owes(MAIL, TEXT),
                Step.on(READ).owes(MAIL, TEXT).owes(OFFER, TEXT),
                step.replyDue(NOON.plusNanos(1_000)),
                step.replyDue(NOON.plusSeconds(1)),
                step.replyDue(null)));
    }

    @Test
    void valuesOfAnyTypeAreToldApart() {
        List<Object> values = new ArrayList<>(Arrays.asList(
                null,
                "",
                "null",
                "1",
                "1.0",
                "true",
                "\u0000",
                "\ud83d\ude00",
                1,
                -1,
                255,
                256,
                new BigDecimal("1"),
                new BigDecimal("1.0"),
                new BigDecimal("1E+1"),
                new BigDecimal("10"),
                true,
                false,
                List.of(),
                List.of("1"),
                List.of("1", "1"),
                List.of("11"),
                List.of(List.of("1"), "1"),
                List.of(List.of("1", "1")),
                Map.of(),
                Map.of("1", "1"),
                Map.of("1", Map.of("1", "1")),
                List.of(Map.of("1", "1")),
                new AttributeValue.Unknown("{\"$unit\":\"usd\"}"),
                new AttributeValue.Unknown("{\"$unit\":\"eur\"}")));
        assertAllDiffer(values.stream().map(FingerprintTest::holding).toList());
    }

    @Test
    void theSameDecisionLooksTheSameWheneverAndOnWhateverRevisionItIsMade() {
        Stored<Negotiation> later =
                new Stored<>(Fixtures.negotiation("n-1").on(List.of(NegotiationEvent.SEND_OFFER), NOON, "went on"), 9);
        assertEquals(Fingerprint.of(full(READ)), Fingerprint.of(full(later)));
        assertEquals(
                Fingerprint.of(Step.on(READ).handles(MAIL, NOON, TEXT)),
                Fingerprint.of(Step.on(READ).handles(MAIL, NOON.plusSeconds(60), TEXT)),
                "a mail that is delivered again arrives later");
        assertEquals(
                Fingerprint.of(full(READ)),
                Fingerprint.of(full(READ).named(new IdempotencyKey("another name"))),
                "the name stands beside the fingerprint");
        assertEquals(
                Fingerprint.of(full(READ)),
                Fingerprint.of(full(READ).replyDue(NOON.plusNanos(999))),
                "no more is kept of a deadline than microseconds");
    }

    @Test
    void theOrderOfKeysMakesNoOtherDecision() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("a", 1);
        one.put("b", Map.of());
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("b", Map.of());
        other.put("a", 1);
        assertEquals(Fingerprint.of(holding(one)), Fingerprint.of(holding(other)));
    }

    /** Fingerprints are stored: a change of the form would make every repetition a conflict. */
    @Test
    void theFormStaysAsItIs() {
        assertEquals("5b9a1aeaa006c1ee40c6a7965068988604c3e8a6caa94ba7270eb9fd7bed1dfc", Fingerprint.of(full(READ)));
        assertTrue(Fingerprint.of(Step.on(READ)).matches("[0-9a-f]{64}"));
    }
}
