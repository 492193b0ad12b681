package dev.parley.persistence.sqlite.fault;

import dev.parley.crash.Parent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place in the sending of a message at which a process is to die: the thread that comes there for the n-th time says
 * so and stays, until the process is killed.
 */
record Moment(Place place, int nth, AtomicInteger arrivals) {
    /** Between which of the things that a dispatcher does. */
    enum Place {
        ANYWHERE,
        BEFORE_CLAIM,
        AFTER_CLAIM,
        AFTER_SEND,
        AFTER_RECORD
    }

    static Moment any() {
        return at(Place.ANYWHERE, 0);
    }

    static Moment at(Place place, int nth) {
        return new Moment(place, nth, new AtomicInteger());
    }

    void reach(Place reached) {
        if (reached == place && arrivals.incrementAndGet() == nth) {
            Parent.say("here " + place);
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException nobodyDoesThat) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
