package dev.parley.cli.batch;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The standard input of a batch that is given its next line once the last one was answered.
 */
final class FuzzFeed extends InputStream {
    /** Is shown a line with what was written after it was read. */
    interface Listener {
        void answered(byte[] line, String written);
    }

    private final Supplier<byte[]> lines;
    private final ByteArrayOutputStream out;
    private final Listener listener;
    private byte[] line = new byte[0];
    private int at;
    private boolean begun;

    /**
     * @param lines gives the next line without its newline, or null at the end
     * @param out where the batch writes
     */
    FuzzFeed(Supplier<byte[]> lines, ByteArrayOutputStream out, Listener listener) {
        this.lines = lines;
        this.out = out;
        this.listener = listener;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("a batch reads in blocks");
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (at == line.length && !next()) {
            return -1;
        }
        int some = Math.min(length, line.length - at);
        System.arraycopy(line, at, buffer, offset, some);
        at += some;
        return some;
    }

    private boolean next() {
        if (begun) {
            listener.answered(line, out.toString(StandardCharsets.UTF_8));
            out.reset();
        }
        begun = true;
        at = 0;
        byte[] text = lines.get();
        line = text == null ? new byte[0] : Arrays.copyOf(text, text.length + 1);
        if (text != null) {
            line[text.length] = '\n';
        }
        return text != null;
    }
}
