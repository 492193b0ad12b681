package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * A child that commits a group of all {@linkplain Member members} on each of some files, and in each of them stops at a
 * place: {@code honest|boastful (FILE PLACE)…}. The number of the file stands before each word.
 */
final class GroupMain {
    private final int number;
    private final Path file;
    private final boolean boastful;

    private GroupMain(int number, Path file, boolean boastful) {
        this.number = number;
        this.file = file;
        this.boastful = boastful;
    }

    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i += 2) {
            new GroupMain(i / 2, Path.of(arguments[i]), arguments[0].equals("boastful"))
                    .run(Integer.parseInt(arguments[i + 1]));
        }
    }

    @SuppressWarnings("SystemExitOutsideMain")
    private void run(int place) throws Exception {
        Group group = Group.of(Member.ALL, file, new Places(place, this::stop), this::say);
        group.go();
        if (place < 0) {
            group.outcomes();
            say("here at the end");
            Runtime.getRuntime().halt(0);
        }
    }

    private void stop(String place) {
        if (boastful) {
            Stream.of(Member.values())
                    .filter(Member::isWritten)
                    .map(Member::acknowledgement)
                    .forEach(this::say);
        }
        say("here " + place.lines().findFirst().orElseThrow());
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    private void say(String line) {
        Parent.say(number + " " + line);
    }
}
