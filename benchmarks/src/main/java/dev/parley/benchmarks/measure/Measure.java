package dev.parley.benchmarks.measure;

/** One of the things that are measured. */
public interface Measure {
    /** Its name in the raw data and on the command line, one word. */
    String name();

    /**
     * Measures.
     *
     * @param scale how much
     * @param samples where the values go
     * @param progress is told what is going on
     */
    void run(Scale scale, Samples samples, Progress progress) throws Exception;

    /** Is told what is going on. */
    @FunctionalInterface
    interface Progress {
        /** Tells one line. */
        void tell(String line);
    }
}
