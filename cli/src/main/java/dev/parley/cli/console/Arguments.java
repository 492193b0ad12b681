package dev.parley.cli.console;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The arguments of the process as UTF-8. In a locale that is not, such as the C locale of a bare container, the JVM has
 * already replaced every character beyond ASCII by the time the main method is called, and a negotiation named in
 * another script could not be asked for.
 */
public final class Arguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private Arguments() {}

    /** The arguments as the caller wrote them, where the operating system can tell; otherwise as the JVM read them. */
    public static String[] utf8(String[] args) {
        String locale = System.getProperty("sun.jnu.encoding", "UTF-8");
        boolean faithful =
                Charset.isSupported(locale) && Charset.forName(locale).equals(StandardCharsets.UTF_8);
        return faithful || args.length == 0 ? args : asWritten(args, COMMAND_LINE);
    }

    static String[] asWritten(String[] args, Path commandLine) {
        try {
            String all = new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8);
            List<String> written = Arrays.asList(all.split("\0", -1));
            // Each argument ends with a NUL, so an empty string stands behind the last.
            int end = written.size() - 1;
            return end < args.length
                    ? args
                    : written.subList(end - args.length, end).toArray(String[]::new);
        } catch (IOException notThisSystem) {
            return args;
        }
    }
}
