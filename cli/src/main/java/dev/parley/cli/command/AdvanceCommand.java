package dev.parley.cli.command;

import dev.parley.cli.console.Console;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Moves a negotiation on by events that belong together. */
@Command(name = "advance", description = "Move a negotiation on by one or several events, all or none of them.")
public final class AdvanceCommand extends StepCommand {
    @Parameters(index = "1..*", arity = "1..*", paramLabel = "EVENT", description = "Such as receive_reply accept.")
    private List<NegotiationEvent> events = List.of();

    /** A command that prints to a console. */
    public AdvanceCommand(Console console) {
        super(console);
    }

    @Override
    List<NegotiationEvent> events() {
        return events;
    }
}
