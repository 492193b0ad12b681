package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final int LIMIT = 10;

    @Test
    void linesEndAtANewlineAndTheLastOneNeedsNone() throws IOException {
        assertEquals(texts("a", "", "b\r", "ü"), read("a\n\nb\r\nü"));
        assertEquals(texts("a"), read("a\n"));
        assertEquals(List.of(), read(""));
    }

    @Test
    void aLineMayHaveAsManyBytesAsTheLimit() throws IOException {
        assertEquals(texts("0123456789", "x"), read("0123456789\nx"));
    }

    @Test
    void aLongerLineIsSkippedWhereverItStands() throws IOException {
        assertEquals(
                List.of(new Line.TooLong(), new Line.Text("x"), new Line.TooLong()),
                read("0123456789a\nx\n" + "y".repeat(200_000)));
    }

    @Test
    void bytesThatAreNoUtf8AreNotGuessedAt() throws IOException {
        byte[] bytes = {'a', (byte) 0xff, '\n', 'b', '\n', (byte) 0xc3};

        assertEquals(
                List.of(new Line.NotText(), new Line.Text("b"), new Line.NotText()),
                read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void aSurrogateInUtf8IsNoText() throws IOException {
        byte[] bytes = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, '\n'};

        assertEquals(List.of(new Line.NotText()), read(new ByteArrayInputStream(bytes)));
    }

    @Test
    void piecesOfALineMayArriveOneByOne() throws IOException {
        byte[] bytes = "ab\ncd🎥\n".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] buffer) {
                return super.read(buffer, 0, 1);
            }
        };

        assertEquals(texts("ab", "cd🎥"), read(slow));
    }

    private static List<Line> read(String text) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Line> read(InputStream in) throws IOException {
        LineReader reader = new LineReader(in, LIMIT);
        List<Line> lines = new ArrayList<>();
        for (Line line = reader.next(); line != null; line = reader.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<Line> texts(String... texts) {
        return List.<Line>copyOf(Arrays.stream(texts).map(Line.Text::new).toList());
    }
}
