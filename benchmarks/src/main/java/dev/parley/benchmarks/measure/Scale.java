package dev.parley.benchmarks.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How much is measured.
 *
 * @param directory where the contenders' files go, on the disk that is measured
 * @param rounds how many times each contender has its turn
 * @param timed how long a turn of {@code commit} is
 * @param threads with how many threads
 * @param recovered how many negotiations in flight are given back
 * @param million how many there are in all where most have ended; a hundredth of them are in flight
 * @param histories the lengths of history that are compared with the first
 * @param longLived how many negotiations of each length
 * @param sized how many negotiations are weighed
 */
public record Scale(
        Path directory,
        int rounds,
        Duration timed,
        List<Integer> threads,
        int recovered,
        int million,
        List<Integer> histories,
        int longLived,
        int sized) {
    /** One in so many negotiations is in flight where most have ended. */
    public static final int ENDED_SHARE = 100;

    /** What the published figures are measured with. */
    public static Scale whole(Path directory) {
        return new Scale(
                directory,
                5,
                Duration.ofSeconds(2),
                List.of(1, 8, 64, 256),
                100_000,
                1_000_000,
                List.of(10, 100, 1_000, 3_000),
                100,
                2_000);
    }

    /** A first look. */
    public static Scale quick(Path directory) {
        return new Scale(
                directory,
                3,
                Duration.ofMillis(500),
                List.of(1, 8, 64, 256),
                20_000,
                100_000,
                List.of(10, 100, 1_000),
                30,
                500);
    }

    /** With other turns of {@code commit}, and as many of them as rounds. */
    public Scale turns(int chosenRounds, Duration chosen) {
        return new Scale(directory, chosenRounds, chosen, threads, recovered, million, histories, longLived, sized);
    }

    /** With other numbers of negotiations. */
    public Scale negotiations(int chosen, int chosenMillion, int chosenLongLived, int chosenSized) {
        return new Scale(
                directory, rounds, timed, threads, chosen, chosenMillion, histories, chosenLongLived, chosenSized);
    }

    /** With other numbers of threads. */
    public Scale threads(List<Integer> chosen) {
        return new Scale(directory, rounds, timed, chosen, recovered, million, histories, longLived, sized);
    }
}
