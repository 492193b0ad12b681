package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.domain.negotiation.Transition;
import dev.parley.domain.negotiation.TransitionTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the state machine. */
@Command(name = "diagram", description = "Print the state machine as a Mermaid diagram.")
public final class DiagramCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final JsonOption json = new JsonOption();

    /** A command that prints to a console. */
    public DiagramCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (json.wanted()) {
            TransitionTable.transitions().forEach(transition -> console.json(object(transition)));
        } else {
            MermaidDiagram.lines().forEach(console::line);
        }
        return ExitCode.DONE;
    }

    private static Map<String, @Nullable Object> object(Transition transition) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("from", transition.from().code());
        object.put("event", transition.event().code());
        object.put("to", transition.to().code());
        return object;
    }
}
