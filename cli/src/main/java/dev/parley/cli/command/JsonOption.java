package dev.parley.cli.command;

import picocli.CommandLine.Option;

/** For whom a command prints. */
final class JsonOption {
    @Option(names = "--json", description = "Print one compact JSON object a line.")
    private boolean json;

    boolean wanted() {
        return json;
    }
}
