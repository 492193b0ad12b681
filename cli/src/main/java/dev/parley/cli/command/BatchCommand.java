package dev.parley.cli.command;

import dev.parley.cli.batch.Batch;
import dev.parley.cli.console.Console;
import dev.parley.cli.demo.WriteBehindStore;
import dev.parley.cli.desk.Desk;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.store.OpenStore;
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
            "            agreement? {cpm, engagement_rate?, impressions?},",
            "            handles? [message_id, received_at, content],",
            "            owes? [message_id, content], reply_due_at?, key?",
            "  pause, resume, stop   negotiation_id, revision?, cause?",
            "  await_reply           negotiation_id, reply_due_at",
            "  expire    now?",
            "  bind      negotiation_id, thread_id",
            "  find      negotiation_id with key?, or thread_id, or message_id, or quarantined,",
            "            or campaign_id with engagement_rates?",
            "  list      state? (active, overdue, all, or one), after?, limit?",
            "  delete    negotiation_id, revision?",
            "  recover",
            "  claim     lease_seconds",
            "  sent      message_id, claimed?, provider_message_id?, thread_id?",
            "  deferred  message_id, claimed?, due_at, problem",
            "  failed    message_id, claimed?, problem",
            "  unconfirmed           message_id, claimed?, ask_at?, problem?",
            "  deliveries            state? (open, all, or one), negotiation_id?, after?, limit?",
            "  retry, give_up        message_id",
            "  quarantine            after?, limit?",
            "  release   number, raw?",
            "  forget_handled        ended_before",
            "",
            "In advance, context replaces top-level keys and remove drops them; events may be",
            "empty if something else changes. A step that names a revision is refused unless",
            "the negotiation stands at it. A step is committed once under its key, which is",
            "the id of the first message it handles unless another is given.",
            "",
            "To send what is owed: claim a message, send it, and report what came of it with",
            "claimed being the delivery that claim answered. One that is unconfirmed when it",
            "is claimed may have gone out already.",
            "",
            "Decimals are strings; in a context a decimal is {\"$decimal\":\"25.50\"}, and a key",
            "that begins with $ has one more.",
            "",
            "Codes: bad_request, not_found, already_exists, thread_taken, illegal_transition,",
            "stale_revision, step_conflict, illegal_delivery, stale_delivery,",
            "agreement_conflict, too_large, unreadable, closed, busy, store_failure. After",
            "store_failure a step may be durable or not: the same again with its key tells."
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
        try (OpenStore opened = db.openOrCreate();
                NegotiationStore store = writeBehind ? new WriteBehindStore(opened.store()) : opened.store()) {
            new Batch(console, Desk.on(store, InstantSource.system()), onRefusal).run();
        }
        return ExitCode.DONE;
    }
}
