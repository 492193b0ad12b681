package dev.parley.cli.command;

import dev.parley.cli.batch.Batch;
import dev.parley.cli.console.Console;
import dev.parley.cli.demo.WriteBehindStore;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.domain.port.NegotiationStore;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The protocol for programs on standard input and output. */
@Command(
        name = "batch",
        description = "Answer JSON lines from standard input on standard output, in the order asked.",
        footerHeading = "%nThe protocol:%n",
        footer = {
            "Every request is an object on one line, at most 8 MiB of UTF-8:",
            "  {\"id\":ID,\"op\":NAME,...}  ID is any string or number, or null",
            "Every answer is an object on one line, written once it is durable:",
            "  {\"id\":ID,\"ok\":true,\"result\":{...}}",
            "  {\"id\":ID,\"ok\":false,\"error\":CODE,\"message\":TEXT}",
            "A line that cannot be read is answered too, and the next one is read; a blank",
            "line is skipped. The end of the input ends the command with exit code 0.",
            "",
            "Operations and their members (? may be left out or null):",
            "  campaign  campaign: campaign_id, client_name, budget, target_deliverables,",
            "            influencers [name, platform, engagement_rate?], cpm_range {min_cpm,",
            "            max_cpm}, platform, timeline, created_at, total_influencers; further",
            "            members are kept",
            "  open      negotiation_id, campaign_id, context, thread_id?",
            "  advance   negotiation_id, events?, revision?, context?, remove?, cause?,",
            "            agreement? {cpm, engagement_rate?, impressions?}",
            "  pause, resume, stop   negotiation_id, revision?, cause?",
            "  bind      negotiation_id, thread_id",
            "  find      negotiation_id, or thread_id, or campaign_id with engagement_rates?",
            "  delete    negotiation_id, revision?",
            "  recover",
            "",
            "In advance, context replaces top-level keys and remove drops them; events may be",
            "empty if something else changes. A step that names a revision is refused unless",
            "the negotiation stands at it.",
            "",
            "Decimals are strings; in a context a decimal is {\"$decimal\":\"25.50\"}, and a key",
            "that begins with $ has one more.",
            "",
            "Codes: bad_request, not_found, already_exists, thread_taken, illegal_transition,",
            "stale_revision, agreement_conflict, too_large, unreadable, closed, busy,",
            "store_failure. After store_failure a step may be durable or not: find tells."
        })
public final class BatchCommand implements Callable<Integer> {
    private final Console console;
    private final Consumer<Throwable> onRefusal;

    @Mixin
    private final StoreOption db = new StoreOption();

    @Option(names = "--unsafe-write-behind", hidden = true)
    private boolean writeBehind;

    /**
     * @param onRefusal is shown every exception that becomes an answer
     */
    public BatchCommand(Console console, Consumer<Throwable> onRefusal) {
        this.console = console;
        this.onRefusal = onRefusal;
    }

    @Override
    public Integer call() {
        try (NegotiationStore opened = db.openOrCreate();
                NegotiationStore store = writeBehind ? new WriteBehindStore(opened) : opened) {
            new Batch(console, Desk.on(store, InstantSource.system()), onRefusal).run();
        }
        return ExitCode.DONE;
    }
}
