package dev.parley.cli.batch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of bytes into lines, holding no more of a line than its limit. */
final class LineReader {
    /** Some programs begin UTF-8 with it; it belongs to no line. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private boolean begun;

    /**
     * @param limit how many bytes a line may have, without its newline
     */
    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line, or null at the end of the input. A last line without a newline is a line, too. */
    @Nullable
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        while (position < end || fill()) {
            int newline = indexOfNewline();
            int stop = newline < 0 ? end : newline;
            tooLong |= line.size() + (stop - position) > limit;
            if (!tooLong) {
                line.write(buffer, position, stop - position);
            }
            position = newline < 0 ? stop : stop + 1;
            if (newline >= 0) {
                return line(line, tooLong);
            }
        }
        return line.size() > 0 || tooLong ? line(line, tooLong) : null;
    }

    private boolean fill() throws IOException {
        end = Math.max(0, in.read(buffer));
        position = begun || !startsWithMark() ? 0 : BYTE_ORDER_MARK.length;
        begun = true;
        return end > 0;
    }

    private boolean startsWithMark() {
        return end >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private int indexOfNewline() {
        for (int i = position; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static Line line(ByteArrayOutputStream bytes, boolean tooLong) {
        if (tooLong) {
            return new Line.TooLong();
        }
        try {
            // Other than new String(), a fresh decoder reports malformed bytes instead of replacing them.
            return new Line.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return new Line.NotText();
        }
    }
}
