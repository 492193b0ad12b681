package dev.parley.application.delivery;

import dev.parley.domain.message.Receipt;
import dev.parley.domain.value.Text;

/** What a sender knows of its attempt. When in doubt it is {@link Unknown}: to be wrong about that costs least. */
public sealed interface SendResult {
    /** It went out. */
    static SendResult sent(Receipt receipt) {
        return new Sent(receipt);
    }

    /** It certainly did not go out, and may when it is tried again. */
    static SendResult notSent(String problem) {
        return new NotSent(problem, false);
    }

    /** It certainly did not go out, and will not when it is tried again, as where the address does not exist. */
    static SendResult rejected(String problem) {
        return new NotSent(problem, true);
    }

    /** It may have gone out or not, as where the connection broke before the provider answered. */
    static SendResult unknown(String problem) {
        return new Unknown(problem);
    }

    /**
     * See {@link #sent}.
     *
     * @param receipt what the provider says
     */
    record Sent(Receipt receipt) implements SendResult {}

    /**
     * See {@link #notSent} and {@link #rejected}.
     *
     * @param problem what went wrong, without content, since it is kept and shown; the first 500 characters are kept
     * @param permanent whether trying again is of no use
     */
    record NotSent(String problem, boolean permanent) implements SendResult {
        /**
         * @throws dev.parley.domain.value.InvalidValueException if the problem is blank or has a lone surrogate
         */
        public NotSent {
            Text.required("problem", problem);
        }

        /** Everything but the problem. */
        @Override
        public String toString() {
            return permanent ? "NotSent[permanent]" : "NotSent";
        }
    }

    /**
     * See {@link #unknown}.
     *
     * @param problem what went wrong, without content, since it is kept and shown; the first 500 characters are kept
     */
    record Unknown(String problem) implements SendResult {
        /**
         * @throws dev.parley.domain.value.InvalidValueException if the problem is blank or has a lone surrogate
         */
        public Unknown {
            Text.required("problem", problem);
        }

        /** Nothing of the problem. */
        @Override
        public String toString() {
            return "Unknown";
        }
    }
}
