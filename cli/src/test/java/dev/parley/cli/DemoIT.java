package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.documents.JsonObject;
import dev.parley.documents.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoIT {
    @TempDir
    Path directory;

    @Test
    void nothingAcknowledgedIsLost() throws IOException, InterruptedException {
        String db = directory.resolve("demo.db").toString();

        List<String> lines =
                demo("--influencers", "8", "--kills", "2", "--db", db).lines();

        assertEquals("0 lost, 0 doubled, 0 different", lines.get(lines.size() - 1));
        assertEquals(2, lines.stream().filter(line -> line.startsWith("kill ")).count());
        assertTrue(Files.exists(Path.of(db)));
        assertEquals(
                8,
                JarProcess.run(directory, Map.of(), "", "list", "--all", "--db", db)
                        .lines()
                        .size());
    }

    @Test
    void theReportForProgramsIsOneLine() throws IOException, InterruptedException {
        List<String> lines =
                demo("--influencers", "4", "--kills", "1", "--json").lines();

        assertEquals(1, lines.size());
        JsonObject report = JsonText.parseObject("report", lines.get(0));
        assertEquals(0, report.integer("lost") + report.integer("doubled") + report.integer("different"));
        assertEquals(1, report.integer("kills"));
        assertFalse(Files.exists(Path.of(report.text("file"))), "the temporary file goes when all is well");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aStoreThatWritesBehindIsCaught(long seed) throws IOException, InterruptedException {
        Run run = demo(
                "--unsafe",
                "--influencers",
                "12",
                "--kills",
                "1",
                "--seed",
                Long.toString(seed),
                "--db",
                directory.resolve("unsafe.db").toString());

        assertEquals(1, run.exitCode());
        assertEquals("", run.err());
        assertFalse(run.out().contains("\n0 lost"), run.out());
    }

    @Test
    void aChildThatCannotWorkIsTroubleAndNoLoss() throws IOException, InterruptedException {
        Run run = demo("--json", "--db", directory.resolve("no/where/demo.db").toString());

        assertTrue(run.error(3).contains("ended by itself with exit code 3: parley: "), run.err());
    }

    private Run demo(String... args) throws IOException, InterruptedException {
        String[] all = new String[args.length + 1];
        all[0] = "demo";
        System.arraycopy(args, 0, all, 1, args.length);
        return JarProcess.run(directory, Map.of(), "", all);
    }
}
