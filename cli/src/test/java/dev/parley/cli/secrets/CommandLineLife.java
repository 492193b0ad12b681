package dev.parley.cli.secrets;

import dev.parley.cli.Parley;
import dev.parley.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A life of a negotiation through {@code batch} and the commands. What they answer is their user's; errors are not. */
final class CommandLineLife {
    private static final String CAMPAIGN = """
            {"op":"campaign","campaign":{"campaign_id":"c-1","client_name":"Acme","budget":"1","note":%s,\
            "target_deliverables":"x","influencers":[],"cpm_range":{"min_cpm":"1","max_cpm":"2"},"platform":"x",\
            "timeline":"x","created_at":"2026-01-15T12:00:00Z","total_influencers":0}}""".formatted(Secret.json());

    private static final String OFFER = """
            {"op":"advance","negotiation_id":"n-1","events":["send_offer"],"cause":"%s","context":%s,\
            "handles":[{"message_id":"r-1","received_at":"2026-03-01T10:00:00Z","content":%s}],\
            "owes":[{"message_id":"m-1","content":%s}],"reply_due_at":"2026-03-01T10:00:00Z"}""".formatted(Secret.sentence(), Secret.json(), Secret.json(), Secret.json());

    /** Each is refused, or is answered with the content that it asks for. */
    private static final List<String> LINES = List.of(
            CAMPAIGN,
            CAMPAIGN.replace("Acme", "Emca"),
            "{\"op\":\"open\",\"negotiation_id\":\"n-1\",\"campaign_id\":\"c-1\",\"context\":" + Secret.json() + "}",
            OFFER,
            OFFER.replace("send_offer", "stop"),
            OFFER.replace("\"r-1\"", "\"r-2\""),
            OFFER.replace("\"r-1\"", "\"r-3\"").replace("\"m-1\"", "\"m-3\""),
            OFFER.replace("\"reply_due_at\"", "\"revision\":9,\"reply_due_at\""),
            OFFER.substring(0, OFFER.length() - 9),
            OFFER.replace("\"cause\":", "\"cause\":7,\"cause\":"),
            OFFER.replace("\"cause\":", "\"claws\":"),
            OFFER.replace("\"context\":{", "\"context\":{\"$odd\":\"" + Secret.WORDS + "\","),
            OFFER.replace("\"context\":{", "\"context\":{\"odd\":" + Secret.DIGITS + ".25,"),
            OFFER.replace("\"context\":{", "\"context\":[{").replace("},\"handles\"", "}],\"handles\""),
            OFFER.replace("last word", "last \\ud800"),
            OFFER.replace("\"2026-03-01T10:00:00Z\"}", "\"" + Secret.WORDS + "\"}"),
            Secret.sentence(),
            "\"" + Secret.sentence() + "\"",
            "{\"op\":\"claim\",\"lease_seconds\":\"" + Secret.WORDS + "\"}",
            "{\"op\":\"claim\",\"lease_seconds\":5}",
            "{\"op\":\"failed\",\"message_id\":\"m-1\",\"problem\":\"" + Secret.sentence() + "\"}",
            "{\"op\":\"deferred\",\"message_id\":\"m-1\",\"due_at\":\"2026-03-01T10:00:00Z\",\"problem\":\""
                    + Secret.sentence() + "\"}",
            "{\"op\":\"sent\",\"message_id\":\"m-1\",\"claimed\":{\"state\":\"" + Secret.WORDS + "\",\"attempts\":1}}",
            "{\"op\":\"release\",\"number\":1,\"raw\":\"" + Secret.sentence() + "\"}",
            "{\"op\":\"expire\"}",
            "{\"op\":\"recover\"}");

    private final Path directory;
    private final String db;

    CommandLineLife(Path directory) {
        this.directory = directory;
        this.db = directory.resolve("cli.db").toString();
    }

    void run() throws IOException {
        String answers = told(String.join("\n", LINES), "batch");
        answers.lines().filter(answer -> answer.contains("\"ok\":false")).forEach(System.out::println);
        Path mended = Files.writeString(directory.resolve("mended"), Secret.sentence());
        for (String[] command : new String[][] {
            {"list"},
            {"show", "n-1"},
            {"campaigns"},
            {"outbox", "--all"},
            {"retry", "m-1"},
            {"give-up", "m-1"},
            {"retry", "m-1"},
            {"pause", "n-1", "--cause", Secret.sentence()},
            {"pause", "n-1", "--cause", Secret.sentence()},
            {"advance", "n-1", "accept", "--cause", Secret.sentence()},
            {"expire"},
            {"doctor"},
            {"quarantine", "list"},
            {"quarantine", "release", "1", "--from", mended.toString()},
            {"import", mended.toString()},
            {"forget", "--before", "2026-01-01T00:00:00Z"},
            {"erase", "n-1", "--revision", "99"},
            {"erase", "n-1", "--yes"}
        }) {
            told("", command);
        }
    }

    /** What a command answers; what it complains is said aloud. */
    private String told(String input, String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] args = Arrays.copyOf(command, command.length + 3);
        args[command.length] = "--debug";
        args[command.length + 1] = "--db";
        args[command.length + 2] = db;
        int exitCode = Parley.run(
                new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, System.out), args);
        System.out.println("RAN " + command[0] + ", exit code " + exitCode);
        return out.toString(StandardCharsets.UTF_8);
    }
}
