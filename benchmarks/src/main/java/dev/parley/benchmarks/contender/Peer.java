package dev.parley.benchmarks.contender;

import java.nio.file.Path;

/**
 * A contender that can be opened as often as a measurement needs it.
 *
 * @param name its name in the raw data and on the command line, one word
 * @param title its name for the reader
 * @param part in what it takes part
 * @param opener opens it
 */
public record Peer(String name, String title, Part part, Opener opener) {
    /** In what a contender takes part. */
    @FunctionalInterface
    public interface Part {
        /** Whether it is measured with a kind of step by so many threads. */
        boolean in(Kind kind, int threads);
    }

    /** Opens a contender in a directory of its own, which is empty and is deleted after the contender was closed. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens one.
         *
         * @param directory where its files go
         */
        Contender open(Path directory) throws Exception;
    }
}
