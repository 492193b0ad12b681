package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchInputTest {
    private static final String RECOVER = "{\"id\":%s,\"op\":\"recover\"}";
    private static final String RECOVERED =
            "{\"id\":%s,\"ok\":true,\"result\":{\"recovered\":0,\"in_flight\":{},\"overdue\":0,\"owed\":0,"
                    + "\"unconfirmed\":0,\"failed\":0,\"quarantined\":0,\"agreed_without_agreement\":0,"
                    + "\"unreadable\":[]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "nonsense                                  | null | bad_request",
                "null                                      | null | bad_request",
                "[]                                        | null | bad_request",
                "7                                         | null | bad_request",
                "\"text\"                                  | null | bad_request",
                "{}                                        | null | bad_request",
                "{\"id\":1}                                | 1    | bad_request",
                "{\"id\":1,                                | 1    | bad_request",
                "{\"id\":1} {\"id\":2}                     | 1    | bad_request",
                "{\"id\":1,\"op\":\"recover\",\"op\":\"x\"}| 1    | bad_request",
                "{\"id\":1,\"id\":1,\"op\":\"recover\"}    | 1    | bad_request",
                "{'id':1,'op':'recover'}                   | null | bad_request",
                "{\"id\":1,\"op\":\"recover\",}            | 1    | bad_request",
                "{\"id\":01,\"op\":\"recover\"}            | null | bad_request",
                "{\"id\":NaN,\"op\":\"recover\"}           | null | bad_request",
                "{\"id\":true,\"op\":\"recover\"}          | null | bad_request",
                "{\"id\":{},\"op\":\"recover\"}            | null | bad_request",
                "{\"id\":[1],\"op\":\"recover\"}           | null | bad_request",
                "{\"id\":1,\"op\":\"re\u0001\"}            | 1    | bad_request",
                "{\"id\":1,\"op\":\"\\x\"}                 | 1    | bad_request",
                "{\"id\":1,\"x\":1e9999999999}             | 1    | too_large",
                "{\ufeff\"id\":1,\"op\":\"recover\"}       | 1    | bad_request"
            })
    void aMalformedLineIsAnsweredAndTheNextOneRead(String line, String id, String code) {
        List<String> answers = all(line + "\n" + String.format(RECOVER, "2") + "\n");

        assertEquals(2, answers.size());
        assertTrue(
                answers.get(0).startsWith("{\"id\":" + id + ",\"ok\":false,\"error\":\"" + code + "\",\"message\":\""),
                answers.get(0));
        assertEquals(String.format(RECOVERED, "2"), answers.get(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "0",
                "-7",
                "1.50",
                "12345678901234567890123456789012345678901234567890",
                "\"\"",
                "\"a b\"",
                "\"🎥王\"",
                "\"\\u0000\\n\\\"\\\\\"",
                "\"\\ud800\"",
                "\"\\udfffx\""
            })
    void anIdComesBackAsItWas(String id) {
        assertEquals(List.of(String.format(RECOVERED, id)), all(String.format(RECOVER, id)));
    }

    @Test
    void aMissingIdIsNull() {
        assertEquals(List.of(String.format(RECOVERED, "null")), all("{\"op\":\"recover\"}"));
    }

    @Test
    void blankLinesAreSkippedAndTheLastLineNeedsNoNewline() {
        assertEquals(
                List.of(String.format(RECOVERED, "1"), String.format(RECOVERED, "2")),
                all("\n\r\n \t\n" + String.format(RECOVER, "1") + "\r\n\n" + String.format(RECOVER, "2")));
        assertEquals(List.of(), all(""));
    }

    @Test
    void bytesThatAreNoUtf8AreAnswered() {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes("{\"id\":1,\"op\":\"".getBytes(StandardCharsets.UTF_8));
        input.write(0xff);
        input.writeBytes(("\"}\n" + String.format(RECOVER, "2")).getBytes(StandardCharsets.UTF_8));

        assertEquals(
                List.of(
                        "{\"id\":null,\"ok\":false,\"error\":\"bad_request\",\"message\":\"the line is not UTF-8\"}",
                        String.format(RECOVERED, "2")),
                new Conversation().sayAll(input.toByteArray()));
    }

    @Test
    void aLineBeyondTheLimitIsSkipped() {
        String padding = " ".repeat(Batch.MAX_LINE - String.format(RECOVER, "1").length());

        List<String> answers = all(String.format(RECOVER, "1") + padding + "\n"
                + String.format(RECOVER, "2") + padding + " \n"
                + String.format(RECOVER, "3"));

        assertEquals(3, answers.size());
        assertEquals(String.format(RECOVERED, "1"), answers.get(0));
        assertTrue(answers.get(1).startsWith("{\"id\":null,\"ok\":false,\"error\":\"too_large\""), answers.get(1));
        assertEquals(String.format(RECOVERED, "3"), answers.get(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 99, 101, 100_000})
    void nestingIsLimitedNotTheStack(int depth) {
        String line = "{\"id\":1,\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{\"x\":"
                + "[".repeat(depth) + "]".repeat(depth) + "}}";

        String answer = Conversation.withCampaign().say(line);

        String expected = depth <= 64 ? "{\"id\":1,\"ok\":true" : "{\"id\":1,\"ok\":false,\"error\":\"too_large\"";
        assertTrue(answer.startsWith(expected), answer);
    }

    @Test
    void aContextMayHaveAMebibyteAndNoMore() {
        String open =
                "{\"id\":1,\"op\":\"open\",\"negotiation_id\":\"%s\",\"campaign_id\":\"c-1\",\"context\":{\"x\":\"%s\"}}";
        Conversation conversation = Conversation.withCampaign();
        int frame = "{\"x\":\"\"}".length();

        String fits = conversation.say(String.format(open, "n-1", "x".repeat((1 << 20) - frame)));
        String tooLarge = conversation.say(String.format(open, "n-2", "x".repeat((1 << 20) - frame + 1)));

        assertTrue(fits.startsWith("{\"id\":1,\"ok\":true"));
        assertTrue(tooLarge.startsWith("{\"id\":1,\"ok\":false,\"error\":\"too_large\""), tooLarge);
    }

    @Test
    void textOfAnyKindComesBackAsItWas() {
        String context = "{\"🎥\":\"a\\u0000b\\r\\n\\u2028 ❤️‍🔥\",\"$$\":{\"$decimal\":\"0E+3\"},\"n\":-0}";

        String answer = Conversation.withCampaign()
                .say("{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":" + context
                        + "}");

        assertTrue(answer.contains("\"🎥\":\"a\\u0000b\\r\\n"), answer);
        assertTrue(answer.contains("❤️‍🔥\",\"$$\":{\"$decimal\":\"0E+3\"},\"n\":0}"), answer);
    }

    private static List<String> all(String input) {
        return new Conversation().sayAll(input.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aByteOrderMarkAtTheBeginningBelongsToNoLine() {
        assertEquals(
                List.of(String.format(RECOVERED, "1"), String.format(RECOVERED, "2")),
                all("\ufeff" + String.format(RECOVER, "1") + "\n" + String.format(RECOVER, "2") + "\n"));
    }

    @Test
    void manySmallValuesAreRefusedBeforeTheyBecomeManyObjects() {
        String open =
                "{\"id\":1,\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{\"a\":[";

        String answer = Conversation.withCampaign().say(open + "{},".repeat(1_000_000) + "1]}}");

        assertTrue(answer.startsWith("{\"id\":1,\"ok\":false,\"error\":\"too_large\""), answer);
        assertTrue(answer.contains("values and keys"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0085", "\u2028", "\u2029"})
    void anAnswerHasNoCharacterThatMightEndItsLine(String separator) {
        String answer = Conversation.withCampaign()
                .say("{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{\"a\":\""
                        + separator + "\"}}");

        assertTrue(answer.startsWith("{\"id\":null,\"ok\":true"), answer);
        assertEquals(-1, answer.indexOf(separator.charAt(0)), answer);
        assertTrue(answer.contains(String.format("\"a\":\"\\u%04x\"", (int) separator.charAt(0))), answer);
    }

    @Test
    void aKeyIsRemovedAsItStandsInTheContext() {
        Conversation conversation = Conversation.withCampaign();
        conversation.result(
                "{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{\"$$x\":1}}");
        String advance = "{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"remove\":[\"%s\"]}";

        assertEquals("bad_request", conversation.error(String.format(advance, "$x")));
        assertEquals(
                Map.of(),
                conversation
                        .result(String.format(advance, "$$x"))
                        .object("context")
                        .values());
    }

    @Test
    void aRefusedElementIsNamedByItsPlace() {
        Conversation conversation = Conversation.withNegotiation();

        String event = conversation.say(
                "{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"send_offer\",\"accept_it\"]}");
        String influencer = conversation.say("{\"op\":\"campaign\",\"campaign\":"
                + Conversation.CAMPAIGN.replace("c-1", "c-2").replace("Zoë", " ") + "}");

        assertTrue(event.contains("events[1]: "), event);
        assertTrue(influencer.contains("campaign.influencers[0].influencer name: "), influencer);
    }
}
