package dev.parley.cli.demo;

/** What the demo says while it works. */
@FunctionalInterface
public interface Progress {
    /** Says one line at once. */
    void say(String line);
}
