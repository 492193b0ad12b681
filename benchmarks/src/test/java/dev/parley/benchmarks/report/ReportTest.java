package dev.parley.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.benchmarks.commit.StepRates;
import dev.parley.benchmarks.contender.Kind;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.recovery.RecoveryMeasure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ReportTest {
    private final Samples samples = new Samples();

    @TempDir
    private Path directory;

    @Test
    void whatIsReachedIsToldFromWhatIsNot() throws Exception {
        steps(1, "ours", 950, 960, 2_000);
        steps(1, "naive", 1_000, 1_000, 1_000);
        steps(8, "ours", 3_400, 3_400, 9_000);
        steps(8, "naive", 1_000, 1_000, 1_000);

        List<String> figures = written("figures.md");

        assertTrue(figures.contains("| durable step, 1 thread | naive | ≥ 0.95 | 0.96 | 0.95–2.00 | yes |"));
        assertTrue(figures.contains("| durable step, 8 threads | naive | ≥ 3.5 | 3.40 | 3.40–9.00 | no |"));
        assertTrue(figures.contains("| durable step, 64 threads | naive | ≥ 6.5 | not measured |  |  |"));
    }

    @Test
    void aRecoveryAmongManyThatHaveEndedMustNotTakeMuchLonger() throws Exception {
        samples.add(RecoveryMeasure.series(RecoveryMeasure.AMONG_ENDED, "ours", RecoveryMeasure.MILLIS), 1, 121);
        samples.add(RecoveryMeasure.series(RecoveryMeasure.ALONE, "ours", RecoveryMeasure.MILLIS), 1, 100);

        assertTrue(written("figures.md")
                .contains("| recovery, 1 % in flight | the same alone, in time | ≤ 1.2 | 1.21 | 1.21–1.21 | no |"));
    }

    @Test
    void theCommandStandsAboveItsFigures() throws Exception {
        assertTrue(written("figures.md").contains("mvn measure"));
    }

    @Test
    void theRawDataHasEveryValue() throws Exception {
        steps(8, "ours", 3_400, 3_401.5);

        assertEquals(
                List.of(
                        "measure,setting,contender,quantity,round,value",
                        "step,8 threads,ours,per_second,1,3400.000",
                        "step,8 threads,ours,per_second,2,3401.500"),
                written("figures.csv"));
    }

    @Test
    void thePicturesAreWellFormedAndTakeNothingFromOutside() throws Exception {
        steps(1, "ours", 950, 960);
        steps(64, "ours", 30_000, 31_000);
        steps(1, "naive & <co>", 1_000, 1_100);
        samples.add(RecoveryMeasure.series(RecoveryMeasure.WHOLE, "ours", RecoveryMeasure.PER_SECOND), 1, 50_000);

        for (String picture : List.of("throughput.svg", "recovery.svg")) {
            String svg = String.join("\n", written(picture));
            assertTrue(svg.contains("prefers-color-scheme: dark"), picture);
            assertFalse(svg.contains("href") || svg.contains("@import") || svg.contains("NaN"), picture);
            Document parsed = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(directory.resolve(picture).toFile());
            assertEquals("svg", parsed.getDocumentElement().getTagName());
        }
    }

    @Test
    void nothingMeasuredMakesNoPictureFail() throws Exception {
        written("recovery.svg");
        String svg = String.join("\n", written("throughput.svg"));

        assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
    }

    @Test
    void numbersHaveAsManyDigitsAsTheyAreWorth() {
        assertEquals("31,200", Numbers.measured(31_249.9));
        assertEquals("312", Numbers.measured(312.4));
        assertEquals("31.2", Numbers.measured(31.24));
        assertEquals("3.12", Numbers.measured(3.124));
        assertEquals("12.5", Numbers.ratio(12.49));
    }

    private void steps(int threads, String contender, double... perSecond) {
        for (int round = 1; round <= perSecond.length; round++) {
            samples.add(
                    StepRates.series(Kind.STEP, threads, contender, StepRates.PER_SECOND), round, perSecond[round - 1]);
        }
    }

    private List<String> written(String name) throws Exception {
        new Report(samples, Map.of("ours", "Parley")).write(directory, "mvn measure", directory);
        return Files.readAllLines(directory.resolve(name));
    }
}
