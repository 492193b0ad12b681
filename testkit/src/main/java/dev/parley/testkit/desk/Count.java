package dev.parley.testkit.desk;

import dev.parley.domain.attributes.AttributeKey;
import dev.parley.domain.negotiation.NegotiationSnapshot;
import dev.parley.domain.port.Stored;
import java.math.BigInteger;

/** A counter that the contract keeps in a negotiation's context, 0 before it is first set. */
public final class Count {
    private Count() {}

    public static int of(String counter, Stored<NegotiationSnapshot> negotiation) {
        return negotiation
                .value()
                .context()
                .get(AttributeKey.wholeNumber(counter))
                .map(BigInteger::intValueExact)
                .orElse(0);
    }
}
