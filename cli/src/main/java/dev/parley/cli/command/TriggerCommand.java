package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.util.List;
import picocli.CommandLine.Command;

/** Moves a negotiation on by one event that has a command of its own: pause, resume, stop. */
@Command
public final class TriggerCommand extends StepCommand {
    private final NegotiationEvent event;

    /**
     * @param event what the command does
     */
    public TriggerCommand(Console console, NegotiationEvent event) {
        super(console);
        this.event = event;
    }

    @Override
    List<NegotiationEvent> events() {
        return List.of(event);
    }
}
