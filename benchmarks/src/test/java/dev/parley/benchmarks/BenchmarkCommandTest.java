package dev.parley.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchmarkCommandTest {
    @TempDir
    private Path directory;

    @Test
    void oneCommandMeasuresAndWritesEverythingOfTheReport() throws Exception {
        Path out = directory.resolve("performance");

        int exit = run("size", "--sized", "10", "--dir=" + directory.resolve("files"), "--out=" + out);

        assertEquals(0, exit);
        String figures = Files.readString(out.resolve("figures.md"));
        assertTrue(figures.contains("-Dparley.benchmark=\"size --sized 10\""), "how to run it again");
        assertTrue(figures.contains("| 20 steps | Parley | bytes |"));
        for (String file : new String[] {"figures.csv", "throughput.svg", "recovery.svg"}) {
            assertTrue(Files.exists(out.resolve(file)), file);
        }
    }

    @Test
    void whatDoesNotExistIsNotMeasured() {
        Path out = directory.resolve("performance");

        assertEquals(2, run("sise", "--dir=" + directory, "--out=" + out));
        assertEquals(2, run("size", "--only=our", "--dir=" + directory, "--out=" + out));
        assertFalse(Files.exists(out));
    }

    private static int run(String... arguments) {
        return new CommandLine(new Benchmarks())
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(arguments);
    }
}
