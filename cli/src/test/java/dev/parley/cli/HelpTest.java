package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.refusal.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
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
                "import",
                "backup",
                "doctor",
                "diagram"
            })
    void everyCommandHelpsAndIsListed(String command) {
        String help = String.join("\n", Run.of(command, "--help").lines());

        assertTrue(help.startsWith("Usage: parley " + command + " "), help);
        assertTrue(help.contains("--debug"), help);
        assertTrue(Run.of("--help").out().contains("\n  " + command + " "));
    }

    @Test
    void theVersionIsOneLine() {
        assertEquals(1, Run.of("--version").lines().size());
        assertTrue(Run.of("-V").lines().get(0).startsWith("parley "));
    }

    @Test
    void theHelpOfBatchNamesEveryCode() {
        String help = Run.of("batch", "--help").out();

        for (ErrorCode code : ErrorCode.values()) {
            assertTrue(help.contains(code.code()), code.code());
        }
    }
}
