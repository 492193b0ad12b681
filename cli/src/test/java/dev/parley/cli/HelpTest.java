package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.refusal.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "batch.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "batch",
                "list",
                "show",
                "campaigns",
                "advance",
                "pause",
                "resume",
                "stop",
                "expire",
                "outbox",
                "retry",
                "give-up",
                "import",
                "backup",
                "migrate",
                "quarantine",
                "forget",
                "erase",
                "scrub",
                "doctor",
                "diagram"
            })
    void everyCommandHelpsAndIsListed(String command) {
        String help = String.join("\n", Run.of(command, "--help").lines());

        assertTrue(help.startsWith("Usage: parley " + command + " "), help);
        assertTrue(help.contains("--debug"), help);
        assertTrue(Run.of("--help").out().contains("\n  " + command + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "export", "release"})
    void everythingAboutTheQuarantineHelps(String command) {
        String help = String.join("\n", Run.of("quarantine", command, "--help").lines());

        assertTrue(help.startsWith("Usage: parley quarantine " + command + " "), help);
        assertTrue(help.contains("--debug"), help);
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(1, Run.of("--version").lines().size());
        assertTrue(Run.of("-V").lines().get(0).startsWith("parley "));
    }

    @Test
    void theHelpOfBatchAndItsDocumentNameEveryCode() throws IOException {
        String help = Run.of("batch", "--help").out();
        String document = Files.readString(DOCUMENT);

        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(help.contains(code.code()), code.code());
            assertTrue(document.contains("`" + code.code() + "`"), code.code());
        }
    }

    @Test
    void theHelpOfBatchAndItsDocumentNameEveryOperation(@TempDir Path directory) throws IOException {
        String help = Run.of("batch", "--help").out();
        String document = Files.readString(DOCUMENT);
        String known = Run.withInput(
                        "{\"op\":\"?\"}",
                        "batch",
                        "--db",
                        directory.resolve("x.db").toString())
                .out();

        List<String> operations = List.of(
                known.substring(known.indexOf('[') + 1, known.indexOf(']')).split(", "));
        assertTrue(operations.size() > 20, known);
        for (String operation : operations) {
            assertTrue(help.matches("(?s).*\n  [a-z_, ]*\\b" + operation + "\\b.*"), operation);
            assertTrue(document.matches("(?s).*\n\\| [a-z_`, ]*`" + operation + "`.*"), operation);
        }
    }
}
