package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.cli.command.MermaidDiagram;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagramTest {
    @Test
    void theDiagramHasABeginningEveryTransitionAndEachEnd() {
        List<String> lines = Run.of("diagram").lines();

        assertEquals(MermaidDiagram.lines(), lines);
        assertEquals("stateDiagram-v2", lines.get(0));
        assertEquals("    [*] --> initial_offer", lines.get(1));
        assertEquals(
                TransitionTable.transitions().stream()
                        .map(step -> "    " + step.from() + " --> " + step.to() + ": " + step.event())
                        .toList(),
                lines.subList(2, lines.size() - 3));
        assertEquals(
                List.of("    agreed --> [*]", "    rejected --> [*]", "    stopped --> [*]"),
                lines.subList(lines.size() - 3, lines.size()));
    }

    @Test
    void forProgramsATransitionIsAnObject() {
        List<String> lines = Run.of("diagram", "--json").lines();

        assertEquals(TransitionTable.transitions().size(), lines.size());
        assertEquals("{\"from\":\"initial_offer\",\"event\":\"send_offer\",\"to\":\"awaiting_reply\"}", lines.get(0));
    }
}
