package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One run of the command line within the test's own process.
 *
 * @param exitCode what it exited with
 * @param out what it wrote
 * @param err what it complained
 */
public record Run(int exitCode, String out, String err) {
    public static Run of(String... args) {
        return withInput("", args);
    }

    public static Run withInput(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err);
        int exitCode = Parley.run(console, args);
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The lines of a run that must have gone well. */
    public List<String> lines() {
        assertEquals("", err);
        assertEquals(0, exitCode);
        return out.lines().toList();
    }

    /** The error of a run that must have failed with some exit code, one line and nothing else. */
    public String error(int expected) {
        assertEquals(expected, exitCode, err);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), err);
        return err.strip();
    }
}
