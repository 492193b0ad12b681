package dev.parley.cli.fault;

import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a child is told to do.
 *
 * @param file where the store is
 * @param name of the negotiations it opens, which no other child has
 * @param threads how many it uses
 * @param hour what its clock says: hours after everything began, so that the leases of the children before are over
 * @param policy what it does about what may have gone out
 * @param place where it stops to be killed
 * @param nth at which arrival there
 */
record Orders(Path file, String name, int threads, int hour, Policy policy, Place place, int nth) {
    /** Between which of the things that a dispatcher does. */
    enum Place {
        ANYWHERE,
        BEFORE_CLAIM,
        AFTER_CLAIM,
        AFTER_SEND,
        AFTER_RECORD
    }

    /** What a child does about a message that may have gone out. */
    enum Policy {
        ASK_THE_MAILBOX,
        LEAVE_TO_HUMAN,
        RESEND
    }

    static Orders on(Path file, Policy policy) {
        return new Orders(file, "n", 1, 1, policy, Place.ANYWHERE, 0);
    }

    /** The child of some round; each round begins an hour after the one before. */
    Orders round(int round, String child) {
        return new Orders(file, child + round, threads, round + 1, policy, place, nth);
    }

    Orders threads(int other) {
        return new Orders(file, name, other, hour, policy, place, nth);
    }

    Orders stopping(Place other, int arrival) {
        return new Orders(file, name, threads, hour, policy, other, arrival);
    }

    /** What its clock says. */
    Instant now() {
        return Fixtures.OPENED_AT.plus(Duration.ofHours(hour));
    }

    List<String> arguments() {
        return Stream.of(file, name, threads, hour, policy, place, nth)
                .map(Object::toString)
                .toList();
    }

    static Orders parse(String[] arguments) {
        return new Orders(
                Path.of(arguments[0]),
                arguments[1],
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Policy.valueOf(arguments[4]),
                Place.valueOf(arguments[5]),
                Integer.parseInt(arguments[6]));
    }
}
