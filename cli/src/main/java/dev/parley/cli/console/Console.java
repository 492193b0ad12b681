package dev.parley.cli.console;

import dev.parley.documents.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where a command reads and writes, in UTF-8 whatever the locale says. Output that cannot be written ends the command
 * with an {@link UncheckedIOException}; errors that cannot be written are dropped, since nobody is left to tell.
 */
public final class Console {
    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private boolean broken;

    /** Takes the streams as they are; the caller closes them. */
    public Console(InputStream in, OutputStream out, OutputStream err) {
        this.in = in;
        this.out = out;
        this.err = new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    /** Standard input. */
    public InputStream in() {
        return in;
    }

    /** Standard error. */
    public PrintStream err() {
        return err;
    }

    /** Standard output for whoever brings its own lines, such as a help text. */
    public Writer writer() {
        return new OutputStreamWriter(out, StandardCharsets.UTF_8);
    }

    /** Writes one line for humans, whatever the text contains. */
    public void line(String text) {
        write(Utf16.onOneLine(text));
    }

    /** Writes plain data as one line of compact JSON. */
    public void json(@Nullable Object plain) {
        write(Utf16.escapeLineSeparators(Utf16.escapeLoneSurrogates(JsonText.write(plain))));
    }

    /** Writes an error that takes one line whatever it contains, without passwords. */
    public void error(String message) {
        err.print("parley: " + Utf16.onOneLine(Redaction.of(message)) + "\n");
        err.flush();
    }

    /** Hands everything written to the operating system. Does nothing once that has failed. */
    public void flush() {
        if (!broken) {
            writing(out::flush);
        }
    }

    private void write(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        writing(() -> out.write(bytes));
    }

    private void writing(Output output) {
        try {
            output.run();
        } catch (IOException gone) {
            broken = true;
            throw new UncheckedIOException("standard output cannot be written: " + gone.getMessage(), gone);
        }
    }

    @FunctionalInterface
    private interface Output {
        void run() throws IOException;
    }
}
