package dev.parley.cli.command;

import dev.parley.application.Negotiations;
import dev.parley.cli.console.Console;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.json.NegotiationJson;
import dev.parley.cli.store.OpenStore;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.negotiation.NegotiationState;
import dev.parley.domain.port.NegotiationFilter;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.Stored;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows which negotiations there are. */
@Command(
        name = "list",
        description = {
            "List the negotiations in flight, in the order they were opened:",
            "state, rounds, revision, last change, negotiation and thread."
        })
public final class ListCommand implements Callable<Integer> {
    private final Console console;
    private final InstantSource clock = InstantSource.system();

    @Mixin
    private final StoreOption db = new StoreOption();

    @Mixin
    private final JsonOption json = new JsonOption();

    @Option(names = "--all", description = "Those that have ended, too.")
    private boolean all;

    @Option(names = "--state", paramLabel = "STATE", description = "Those in one state, such as paused or agreed.")
    private @Nullable NegotiationState state;

    @Option(names = "--overdue", description = "Those whose time for a reply is over.")
    private boolean overdue;

    /** A command that prints to a console. */
    public ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (OpenStore opened = db.open()) {
            NegotiationStore store = opened.store();
            Negotiations negotiations = Desk.on(store, clock).negotiations();
            return Pages.each(page -> negotiations.list(filter(), page), this::print, console);
        }
    }

    private NegotiationFilter filter() {
        if (state != null) {
            return NegotiationFilter.in(state);
        }
        if (overdue) {
            return NegotiationFilter.overdue(clock.instant());
        }
        return all ? NegotiationFilter.all() : NegotiationFilter.active();
    }

    private void print(Stored<Negotiation> stored) {
        if (json.wanted()) {
            console.json(NegotiationJson.brief(stored));
        } else {
            console.line(NegotiationText.line(stored));
        }
    }
}
