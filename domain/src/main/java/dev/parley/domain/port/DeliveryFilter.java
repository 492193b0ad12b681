package dev.parley.domain.port;

import dev.parley.domain.message.Delivery;
import dev.parley.domain.message.DeliveryState;

/** Which owed messages a page shall hold. */
public sealed interface DeliveryFilter {
    /** All of them, settled ones included. */
    static DeliveryFilter all() {
        return new All();
    }

    /** Those that are not settled. The cost grows with their number alone. */
    static DeliveryFilter open() {
        return new Open();
    }

    /** Those in one state. */
    static DeliveryFilter in(DeliveryState state) {
        return new InState(state);
    }

    /** Whether a message passes. */
    boolean accepts(Delivery delivery);

    /** See {@link #all}. */
    record All() implements DeliveryFilter {
        @Override
        public boolean accepts(Delivery delivery) {
            return true;
        }
    }

    /** See {@link #open}. */
    record Open() implements DeliveryFilter {
        @Override
        public boolean accepts(Delivery delivery) {
            return !delivery.state().isSettled();
        }
    }

    /**
     * See {@link #in}.
     *
     * @param state the state
     */
    record InState(DeliveryState state) implements DeliveryFilter {
        @Override
        public boolean accepts(Delivery delivery) {
            return delivery.state() == state;
        }
    }
}
