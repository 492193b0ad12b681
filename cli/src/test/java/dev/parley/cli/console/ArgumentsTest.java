package dev.parley.cli.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {
    @TempDir
    Path directory;

    @Test
    void theLastOnesOfTheCommandLineAreTaken() throws IOException {
        Path commandLine = Files.writeString(directory.resolve("cmdline"), "java\0-jar\0parley.jar\0show\0王小明\0");

        assertArrayEquals(new String[] {"show", "王小明"}, Arguments.asWritten(new String[] {"show", "???"}, commandLine));
    }

    @Test
    void anEmptyArgumentIsOne() throws IOException {
        Path commandLine = Files.writeString(directory.resolve("cmdline"), "java\0Parley\0show\0\0");

        assertArrayEquals(new String[] {"show", ""}, Arguments.asWritten(new String[] {"show", ""}, commandLine));
    }

    @Test
    void whereTheSystemCannotTellTheArgumentsStay() throws IOException {
        String[] args = {"show", "x"};
        Path tooShort = Files.writeString(directory.resolve("cmdline"), "java\0");

        assertSame(args, Arguments.asWritten(args, directory.resolve("missing")));
        assertSame(args, Arguments.asWritten(args, tooShort));
    }
}
