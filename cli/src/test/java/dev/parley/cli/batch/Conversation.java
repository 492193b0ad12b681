package dev.parley.cli.batch;

import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.testkit.InMemoryNegotiationStore;
import dev.parley.testkit.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Talks to a batch on one store, at one moment. */
final class Conversation {
    static final String CAMPAIGN = """
            {"campaign_id":"c-1","client_name":"Acme","budget":"1000.50","target_deliverables":"2 reels",\
            "influencers":[{"name":"Zoë","platform":"tiktok","engagement_rate":4.20}],\
            "cpm_range":{"min_cpm":"20","max_cpm":"30.00"},"platform":"tiktok","timeline":"TBD",\
            "created_at":"2026-01-15T12:00:00Z","goals":null,"total_influencers":5}""";

    static final Instant NOW = Instant.parse("2026-03-01T10:00:00.5Z");

    private final NegotiationStore store;
    private final SettableClock clock = new SettableClock(NOW);

    Conversation(NegotiationStore store) {
        this.store = store;
    }

    /** A conversation on an empty store. */
    Conversation() {
        this(new InMemoryNegotiationStore());
    }

    /** A conversation that has the campaign c-1. */
    static Conversation withCampaign() {
        Conversation conversation = new Conversation();
        conversation.result("{\"op\":\"campaign\",\"campaign\":" + CAMPAIGN + "}");
        return conversation;
    }

    /** A conversation that has the negotiation n-1 of c-1 with an empty context, after some events. */
    static Conversation withNegotiation(String... events) {
        Conversation conversation = withCampaign();
        conversation.result("{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":{}}");
        for (String event : events) {
            conversation.result("{\"op\":\"advance\",\"negotiation_id\":\"n-1\",\"events\":[\"" + event + "\"]}");
        }
        return conversation;
    }

    NegotiationStore store() {
        return store;
    }

    /** Sets the clock forward. */
    void pass(Duration time) {
        clock.advance(time);
    }

    /** The answer to a line as it stands. */
    String say(String line) {
        List<String> answers = sayAll(line.getBytes(StandardCharsets.UTF_8));
        if (answers.size() != 1) {
            throw new AssertionError("one line, " + answers.size() + " answers");
        }
        return answers.get(0);
    }

    /** The answers to some input. */
    List<String> sayAll(byte[] input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input), out, err);
        new Batch(console, Desk.on(store, clock), refused -> {
                    // Nobody looks at stack traces here.
                })
                .run();
        if (err.size() > 0) {
            throw new AssertionError("on standard error: " + err.toString(StandardCharsets.UTF_8));
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    /** The result of a request that must be done. */
    JsonObject result(String line) {
        JsonObject answer = JsonText.parseObject("answer", say(line));
        if (!Boolean.TRUE.equals(answer.required("ok"))) {
            throw new AssertionError(line + " was refused: " + answer.text("message"));
        }
        return answer.object("result");
    }

    /** The error code of a request that must be refused. */
    String error(String line) {
        JsonObject answer = JsonText.parseObject("answer", say(line));
        if (!Boolean.FALSE.equals(answer.required("ok"))) {
            throw new AssertionError(line + " was done");
        }
        answer.text("message");
        return answer.text("error");
    }
}
