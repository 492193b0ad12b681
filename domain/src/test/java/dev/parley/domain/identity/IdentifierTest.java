package dev.parley.domain.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.ValueTooLargeException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifierTest {
    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("campaign_id", CampaignId::new),
                kind("negotiation_id", NegotiationId::new),
                kind("thread_id", ThreadId::new),
                kind("message_id", MessageId::new),
                kind("idempotency_key", IdempotencyKey::new));
    }

    private static Arguments kind(String subject, Function<String, Object> maker) {
        return arguments(subject, maker);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isItsValue(String subject, Function<String, Object> maker) {
        String value = "<CAF\u00c9 \ud83d\ude00@mail.example>";

        assertEquals(value, maker.apply(value).toString());
        assertEquals(maker.apply(value), maker.apply(value), subject);
        assertNotEquals(maker.apply(value), maker.apply(value + " "), subject);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesBlankText(String subject, Function<String, Object> maker) {
        assertRefused(subject, "is required and must not be blank", maker, " ");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesControlCharacters(String subject, Function<String, Object> maker) {
        for (String control : new String[] {"\n", "\0", "\u007f", "\u0085"}) {
            assertRefused(subject, "must not contain control characters such as a newline", maker, "a" + control + "b");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refusesLoneSurrogates(String subject, Function<String, Object> maker) {
        assertRefused(
                subject, "has a lone surrogate at index 1, which is no character; repair the text", maker, "a\ud83d");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void mayHave998Characters(String subject, Function<String, Object> maker) {
        assertEquals("x".repeat(998), maker.apply("x".repeat(998)).toString(), subject);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void refuses999Characters(String subject, Function<String, Object> maker) {
        String tooLong = "x".repeat(999);

        InvalidValueException refused = assertThrows(ValueTooLargeException.class, () -> maker.apply(tooLong));

        assertEquals(subject + ": has 999 characters, at most 998 are allowed", refused.getMessage());
    }

    private static void assertRefused(String subject, String problem, Function<String, Object> maker, String value) {
        InvalidValueException refused = assertThrows(InvalidValueException.class, () -> maker.apply(value));

        assertEquals(subject + ": " + problem, refused.getMessage());
        assertEquals(subject, refused.subject());
        assertEquals(problem, refused.problem());
    }
}
