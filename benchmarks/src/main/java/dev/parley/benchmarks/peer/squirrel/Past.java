package dev.parley.benchmarks.peer.squirrel;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.Transition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the machine remembers beside its state. */
final class Past {
    final List<Transition> history = new ArrayList<>();

    @Nullable
    NegotiationState beforePause;

    boolean declined;
}
