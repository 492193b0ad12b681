package dev.parley.cli.command;

import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.negotiation.NegotiationStateMachine;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The state machine as a Mermaid diagram, drawn from the transition table. */
public final class MermaidDiagram {
    private MermaidDiagram() {}

    /** The diagram, line by line. */
    public static List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        lines.add("    [*] --> " + NegotiationStateMachine.start().state());
        TransitionTable.transitions()
                .forEach(step -> lines.add("    " + step.from() + " --> " + step.to() + ": " + step.event()));
        Arrays.stream(NegotiationState.values())
                .filter(NegotiationState::isTerminal)
                .forEach(state -> lines.add("    " + state + " --> [*]"));
        return lines;
    }
}
