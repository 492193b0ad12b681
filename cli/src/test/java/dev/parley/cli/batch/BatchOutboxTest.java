package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program in any language sends what is owed: it claims, sends, and reports. */
class BatchOutboxTest {
    private static final String CLAIM = "{\"op\":\"claim\",\"lease_seconds\":60}";

    private final Conversation conversation = Conversation.withNegotiation();

    @BeforeEach
    void oweTwo() {
        conversation.result("""
                {"op":"advance","negotiation_id":"n-1","events":["send_offer"],"owes":[\
                {"message_id":"m-1","content":{"to":"jane","cpm":{"$decimal":"20.00"}}},\
                {"message_id":"m-2","content":{"to":"jane"}}]}""");
    }

    @Test
    void aClaimedMessageIsShownToTheLastCharacter() {
        assertEquals("""
                {"id":null,"ok":true,"result":{"message":{"message_id":"m-1","negotiation_id":"n-1",\
                "owed_since":"2026-03-01T10:00:00.500Z","delivery":{"state":"sending","attempts":1,\
                "since":"2026-03-01T10:00:00.500Z","due_at":"2026-03-01T10:01:00.500Z",\
                "provider_message_id":null,"thread_id":null,"problem":null},\
                "content":{"to":"jane","cpm":{"$decimal":"20.00"}}}}}""", conversation.say(CLAIM));
    }

    @Test
    void theLoopSendsInOrderAndEnds() {
        JsonObject first = claimed();
        assertNull(conversation.result(CLAIM).optional("message"), "the second waits for the first");
        JsonObject sent = report("sent", first, Map.of("provider_message_id", "p-1", "thread_id", "t-1"));
        JsonObject second = claimed();
        report("sent", second, Map.of());

        assertEquals("sent", sent.object("delivery").text("state"));
        assertEquals("p-1", sent.object("delivery").text("provider_message_id"));
        assertNull(sent.optional("thread_refused"));
        assertEquals("m-2", second.text("message_id"));
        assertNull(conversation.result(CLAIM).optional("message"));
        assertEquals(
                "n-1",
                conversation.result("{\"op\":\"find\",\"thread_id\":\"t-1\"}").text("negotiation_id"));
        assertEquals(List.of("sent", "sent"), states("\"state\":\"all\""));
        assertEquals(List.of(), states("\"state\":null"));
    }

    @Test
    void aReportMayComeTwice() {
        JsonObject first = claimed();
        JsonObject sent = report("sent", first, Map.of("provider_message_id", "p-1"));

        assertEquals(
                sent.values(),
                report("sent", first, Map.of("provider_message_id", "p-1")).values());
    }

    @Test
    void aStaleClaimIsRecognised() {
        JsonObject first = claimed();
        conversation.pass(Duration.ofMinutes(2));
        JsonObject asked = claimed();
        assertEquals("unconfirmed", asked.object("delivery").text("state"));
        report("deferred", asked, Map.of("due_at", "2026-03-01T10:00:00Z", "problem", "not in the mailbox"));

        assertEquals("stale_delivery", conversation.error(line("sent", first, Map.of())));
        assertEquals("stale_delivery", conversation.error(line("failed", first, Map.of("problem", "x"))));
        JsonObject again = claimed();
        assertEquals("m-1", again.text("message_id"));
        assertEquals(2, again.object("delivery").integer("attempts"));
    }

    @Test
    void whoSentItMaySayItLate() {
        JsonObject first = claimed();
        conversation.pass(Duration.ofMinutes(2));
        claimed();

        assertEquals("sent", report("sent", first, Map.of()).object("delivery").text("state"));
    }

    @Test
    void withoutAClaimItHoldsForWhateverStands() {
        assertEquals("illegal_delivery", conversation.error(plain("failed", ",\"problem\":\"x\"")));
        claimed();

        JsonObject unconfirmed = conversation.result(plain("unconfirmed", ""));
        JsonObject failed = conversation.result(plain("failed", ",\"problem\":\"x\""));
        JsonObject sent = conversation.result(plain("sent", ""));

        assertNull(unconfirmed.object("delivery").optional("due_at"));
        assertEquals("x", failed.object("delivery").text("problem"));
        assertEquals("sent", sent.object("delivery").text("state"));
        assertEquals("illegal_delivery", conversation.error(plain("failed", ",\"problem\":\"x\"")));
    }

    @Test
    void anUnconfirmedMessageIsAskedAboutWhenItIsTime() {
        report("unconfirmed", claimed(), Map.of("ask_at", "2026-03-01T10:30:00Z", "problem", "no answer"));

        assertNull(conversation.result(CLAIM).optional("message"));
        conversation.pass(Duration.ofHours(1));
        JsonObject asked = claimed();

        assertEquals("m-1", asked.text("message_id"));
        assertEquals("unconfirmed", asked.object("delivery").text("state"));
        assertEquals("no answer", asked.object("delivery").text("problem"));
    }

    @Test
    void aThreadThatCannotBeBoundIsNamedAndTheMessageIsSentNevertheless() {
        conversation.result(
                "{\"op\":\"open\",\"negotiation_id\":\"n-2\",\"campaign_id\":\"c-1\",\"context\":{},\"thread_id\":\"t-2\"}");

        JsonObject sent = report("sent", claimed(), Map.of("thread_id", "t-2"));

        assertEquals("sent", sent.object("delivery").text("state"));
        assertEquals(
                "thread t-2 belongs to negotiation n-2; a thread carries one negotiation", sent.text("thread_refused"));
    }

    @Test
    void aHumanDecidesAboutWhatHasFailed() {
        report("failed", claimed(), Map.of("problem", "no such address"));
        assertEquals(List.of("failed", "pending"), states("\"state\":\"open\""));
        assertEquals(List.of("failed"), states("\"state\":\"failed\""));

        JsonObject retried = conversation.result(plain("retry", ""));
        JsonObject given = conversation.result(plain("give_up", ""));

        assertEquals("pending", retried.object("delivery").text("state"));
        assertEquals(1, retried.object("delivery").integer("attempts"));
        assertEquals("given_up", given.object("delivery").text("state"));
        assertEquals("illegal_delivery", conversation.error(plain("retry", "")));
        assertEquals("m-2", claimed().text("message_id"));
    }

    @Test
    void deliveriesAreListedPageByPageOrByNegotiation() {
        JsonObject page = conversation.result("{\"op\":\"deliveries\",\"limit\":1}");
        JsonObject next =
                conversation.result("{\"op\":\"deliveries\",\"limit\":1,\"after\":" + page.optionalWhole("next") + "}");

        assertEquals(List.of("m-1"), ids(page));
        assertEquals(List.of("m-2"), ids(next));
        assertNull(next.optional("next"));
        assertEquals(
                List.of("m-1", "m-2"),
                ids(conversation.result("{\"op\":\"deliveries\",\"negotiation_id\":\"n-1\",\"state\":\"pending\"}")));
        assertEquals("not_found", conversation.error("{\"op\":\"deliveries\",\"negotiation_id\":\"n-9\"}"));
    }

    @Test
    void aMessageIsFoundWithItsContent() {
        JsonObject found = conversation.result("{\"op\":\"find\",\"message_id\":\"m-2\"}");

        assertEquals("pending", found.object("delivery").text("state"));
        assertEquals("jane", found.object("content").text("to"));
    }

    @Test
    void aRecoveryCountsWhatIsOwed() {
        claimed();
        conversation.pass(Duration.ofMinutes(2));

        JsonObject report = conversation.result("{\"op\":\"recover\"}");

        assertEquals(1, report.integer("owed"));
        assertEquals(1, report.integer("unconfirmed"));
    }

    private JsonObject claimed() {
        JsonObject result = conversation.result(CLAIM);
        assertNotNull(result.optional("message"), "nothing is due");
        return result.object("message");
    }

    private JsonObject report(String op, JsonObject message, Map<String, String> members) {
        return conversation.result(line(op, message, members));
    }

    private static String line(String op, JsonObject message, Map<String, String> members) {
        Map<String, Object> request = new LinkedHashMap<>(members);
        request.put("op", op);
        request.put("message_id", message.text("message_id"));
        request.put("claimed", message.object("delivery").values());
        return JsonText.write(request);
    }

    private static String plain(String op, String members) {
        return "{\"op\":\"" + op + "\",\"message_id\":\"m-1\"" + members + "}";
    }

    private List<String> states(String member) {
        return conversation.result("{\"op\":\"deliveries\"," + member + "}").objects("messages").stream()
                .map(message -> message.object("delivery").text("state"))
                .toList();
    }

    private static List<String> ids(JsonObject page) {
        return page.objects("messages").stream()
                .map(message -> message.text("message_id"))
                .toList();
    }
}
