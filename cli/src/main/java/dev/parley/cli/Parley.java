package dev.parley.cli;

import dev.parley.application.delivery.Deliveries;
import dev.parley.cli.command.AdvanceCommand;
import dev.parley.cli.command.BackupCommand;
import dev.parley.cli.command.BatchCommand;
import dev.parley.cli.command.CampaignsCommand;
import dev.parley.cli.command.Converters;
import dev.parley.cli.command.CopyCommand;
import dev.parley.cli.command.DeliveryCommand;
import dev.parley.cli.command.DemoCommand;
import dev.parley.cli.command.DiagramCommand;
import dev.parley.cli.command.DoctorCommand;
import dev.parley.cli.command.EraseCommand;
import dev.parley.cli.command.ExpireCommand;
import dev.parley.cli.command.ForgetCommand;
import dev.parley.cli.command.ImportCommand;
import dev.parley.cli.command.ListCommand;
import dev.parley.cli.command.MigrateCommand;
import dev.parley.cli.command.OutboxCommand;
import dev.parley.cli.command.QuarantineCommand;
import dev.parley.cli.command.ScrubCommand;
import dev.parley.cli.command.ShowCommand;
import dev.parley.cli.command.TriggerCommand;
import dev.parley.cli.console.Arguments;
import dev.parley.cli.console.Console;
import dev.parley.cli.console.Redaction;
import dev.parley.cli.refusal.ExitCode;
import dev.parley.cli.refusal.Refusal;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.NegotiationEvent;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command line: puts the parts together, runs a command and turns what goes wrong into an exit code. */
@Command(
        name = "parley",
        description = "Keeps the state of negotiations safe: no deal in flight is lost when the process dies.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Parley.Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:understood and refused",
            "2:the command line cannot be understood",
            "3:the store is missing, broken, busy or holds something unreadable"
        })
public final class Parley {
    private final Console console;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of every error on standard error.")
    private boolean debug;

    private Parley(Console console) {
        this.console = console;
    }

    /** Runs a command and exits. */
    public static void main(String[] args) {
        // The same digits and dates everywhere.
        Locale.setDefault(Locale.ROOT);
        Console console = new Console(
                new FileInputStream(FileDescriptor.in),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err));
        System.exit(run(console, Arguments.utf8(args)));
    }

    /**
     * Runs a command.
     *
     * @return what to exit with
     */
    public static int run(Console console, String... args) {
        Parley parley = new Parley(console);
        try {
            int exitCode = parley.commandLine().execute(args);
            console.flush();
            return exitCode;
        } catch (UncheckedIOException | OutOfMemoryError failure) {
            return parley.failed(failure);
        }
    }

    private CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(this)
                .addSubcommand(new DemoCommand(console))
                .addSubcommand(new BatchCommand(console, this::debug))
                .addSubcommand(new ListCommand(console))
                .addSubcommand(new ShowCommand(console))
                .addSubcommand(new CampaignsCommand(console))
                .addSubcommand(new AdvanceCommand(console))
                .addSubcommand(trigger(NegotiationEvent.PAUSE, "Put a negotiation on hold."))
                .addSubcommand(trigger(NegotiationEvent.RESUME, "Let a negotiation go on where it was paused."))
                .addSubcommand(trigger(NegotiationEvent.STOP, "Call a negotiation off."))
                .addSubcommand(new ExpireCommand(console))
                .addSubcommand(new OutboxCommand(console))
                .addSubcommand(decision("retry", Deliveries::retry, "Have a message sent, or sent again, at once."))
                .addSubcommand(decision("give-up", Deliveries::giveUp, "Decide that a message need not go out."))
                .addSubcommand(new ImportCommand(console))
                .addSubcommand(new BackupCommand(console))
                .addSubcommand(new CopyCommand(console))
                .addSubcommand(new MigrateCommand(console))
                .addSubcommand(QuarantineCommand.on(console))
                .addSubcommand(new ForgetCommand(console))
                .addSubcommand(new EraseCommand(console))
                .addSubcommand(new ScrubCommand(console))
                .addSubcommand(new DoctorCommand(console))
                .addSubcommand(new DiagramCommand(console));
        return Converters.register(commandLine)
                // An argument that begins with @ is a name like any other, not a file of arguments.
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(console.writer(), true))
                .setParameterExceptionHandler((refused, args) -> misused(refused))
                .setExecutionExceptionHandler((failure, failing, parsed) -> failed(failure));
    }

    private CommandLine trigger(NegotiationEvent event, String description) {
        CommandLine command = new CommandLine(new TriggerCommand(console, event));
        command.getCommandSpec().name(event.code()).usageMessage().description(description);
        return command;
    }

    private CommandLine decision(
            String name, BiFunction<Deliveries, MessageId, OwedMessage> decision, String description) {
        CommandLine command = new CommandLine(new DeliveryCommand(console, decision));
        command.getCommandSpec().name(name).usageMessage().description(description);
        return command;
    }

    private int misused(ParameterException refused) {
        debug(refused);
        console.error(refused.getMessage() + "; see --help");
        return ExitCode.USAGE;
    }

    private int failed(Throwable failure) {
        debug(failure);
        if (failure instanceof ParameterException refused) {
            return misused(refused);
        }
        if (failure instanceof UncheckedIOException broken) {
            console.error(String.valueOf(broken.getMessage()));
            return ExitCode.STORE_TROUBLE;
        }
        Refusal refusal = Refusal.of(failure);
        console.error(refusal.message());
        return refusal.code().exitCode();
    }

    private void debug(Throwable failure) {
        if (debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            console.err().print(Redaction.of(trace.toString()));
            console.err().flush();
        }
    }

    /** The version, as the jar states it. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "parley "
                        + Optional.ofNullable(Parley.class.getPackage().getImplementationVersion())
                                .orElse("(not built into a jar)")
            };
        }
    }
}
