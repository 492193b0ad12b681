package dev.parley.benchmarks.report;

import dev.parley.benchmarks.measure.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Writes what was measured: tables for the reader, raw data for whoever reckons anew, and pictures. */
public final class Report {
    private final Samples samples;
    private final Titles titles;

    /**
     * A report.
     *
     * @param titles what the reader calls the contenders, by their names
     */
    public Report(Samples samples, Map<String, String> titles) {
        this.samples = samples;
        this.titles = new Titles(titles);
    }

    /**
     * Writes it.
     *
     * @param directory where to
     * @param command how the figures are made again
     * @param measured a directory on the disk that was measured
     */
    public void write(Path directory, String command, Path measured) throws IOException, SQLException {
        Files.createDirectories(directory);
        write(directory, "figures.md", figures(command, Facts.table(measured)));
        write(directory, "figures.csv", RawData.csv(samples));
        write(directory, "throughput.svg", new ThroughputPlot(samples, titles).svg());
        write(directory, "recovery.svg", new RecoveryPlot(samples, titles).svg());
    }

    private static void write(Path directory, String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content, StandardCharsets.UTF_8);
    }

    private String figures(String command, Table facts) {
        Tables tables = new Tables(samples, titles);
        StringBuilder text =
                new StringBuilder("# Figures\n\nMade by this command; nothing in it is edited by hand:\n\n");
        text.append("```sh\n").append(command).append("\n```\n\n");
        text.append("Contenders take turns in each round. A figure is the median of the rounds, beside it the least and"
                + " the greatest. A ratio is taken within each round, then the median. The raw data is in"
                + " [figures.csv](figures.csv).\n");
        section(text, "Machine", "", facts);
        section(text, "Reach", "", Reach.table(samples));
        section(
                text,
                "Durable steps",
                "A step from what is in memory; each is on the disk before the next of its thread begins. An opening,"
                        + " one in 21, counts as a step.\n\n![steps a second by threads](throughput.svg)",
                tables.steps("step"));
        section(
                text,
                "Load, step, durable",
                "The same after reading from the disk what the step goes on from.",
                tables.steps("load_and_step"));
        section(text, "Recovery", "![negotiations a second](recovery.svg)", tables.recovery());
        section(text, "Growth", "", tables.growth());
        section(text, "Size", "Bytes on disk for a negotiation, its file closed.", tables.plain("size"));
        section(text, "Machine in memory", "", tables.plain("machine"));
        return text.toString();
    }

    private static void section(StringBuilder text, String title, String explanation, Table table) {
        text.append("\n## ").append(title).append("\n\n");
        if (!explanation.isEmpty()) {
            text.append(explanation).append("\n\n");
        }
        text.append(table.markdown());
    }
}
