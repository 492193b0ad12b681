package dev.parley.persistence.sqlite.fault;

import dev.parley.persistence.sqlite.SqliteNegotiationStore.Durability;
import dev.parley.persistence.sqlite.fault.Dispatching.Manner;
import dev.parley.persistence.sqlite.fault.Moment.Place;
import dev.parley.testkit.Fixtures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * What a writing child is told to do.
 *
 * @param file where the store is
 * @param durability how it is opened
 * @param name of the lives it begins, which no other child has
 * @param threads how many it uses
 * @param boastful whether it acknowledges what it has not committed
 * @param manner in which order it sends
 * @param hour what its clock says: hours after everything began, so that the claims of the child before are over
 * @param moment where it stops to be killed
 */
record Orders(
        Path file,
        Durability durability,
        String name,
        int threads,
        boolean boastful,
        Manner manner,
        int hour,
        Moment moment) {
    /** One thread that does everything right. */
    static Orders on(Path file) {
        return new Orders(file, Durability.FULL, "n", 1, false, Manner.HONEST, 1, Moment.any());
    }

    Orders durability(Durability other) {
        return new Orders(file, other, name, threads, boastful, manner, hour, moment);
    }

    /** The n-th child on a file. */
    Orders round(int round) {
        return new Orders(file, durability, "k" + round, threads, boastful, manner, round + 1, moment);
    }

    Orders threads(int other) {
        return new Orders(file, durability, name, other, boastful, manner, hour, moment);
    }

    Orders boasting() {
        return new Orders(file, durability, name, threads, true, manner, hour, moment);
    }

    Orders manner(Manner other) {
        return new Orders(file, durability, name, threads, boastful, other, hour, moment);
    }

    Orders stopping(Place place, int nth) {
        return new Orders(file, durability, name, threads, boastful, manner, hour, Moment.at(place, nth));
    }

    /** What its clock says. */
    Instant now() {
        return Fixtures.OPENED_AT.plus(Duration.ofHours(hour));
    }

    Object[] arguments() {
        return new Object[] {file, durability, name, threads, boastful, manner, hour, moment.place(), moment.nth()};
    }

    static Orders parse(String[] arguments) {
        return new Orders(
                Path.of(arguments[0]),
                Durability.valueOf(arguments[1]),
                arguments[2],
                Integer.parseInt(arguments[3]),
                Boolean.parseBoolean(arguments[4]),
                Manner.valueOf(arguments[5]),
                Integer.parseInt(arguments[6]),
                Moment.at(Place.valueOf(arguments[7]), Integer.parseInt(arguments[8])));
    }
}
