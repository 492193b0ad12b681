package dev.parley.cli.batch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks requests: their bytes, their text and their values. */
final class FuzzMutation {
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,])(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|-?[0-9.]+|true|false|null)(?=[,\\]}])");

    private static final Pattern MEMBER = Pattern.compile("\"[a-z_$]+\":(?:\"[^\"]*\"|-?[0-9.]+|null)");

    private final SplittableRandom random;
    private final FuzzValues values;

    FuzzMutation(SplittableRandom random) {
        this.random = random;
        this.values = new FuzzValues(random);
    }

    /** A line that was a request, after up to four accidents; without a newline of its own. */
    byte[] of(String request, String another) {
        byte[] line = request.getBytes(StandardCharsets.UTF_8);
        for (int accidents = random.nextInt(1, 5); accidents > 0; accidents--) {
            line = random.nextInt(3) > 0
                    ? text(new String(line, StandardCharsets.UTF_8), another).getBytes(StandardCharsets.UTF_8)
                    : bytes(line);
        }
        return line;
    }

    /** A line that never was one. */
    byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) random.nextInt(256);
        }
        return noise;
    }

    private byte[] bytes(byte[] line) {
        int at = line.length == 0 ? 0 : random.nextInt(line.length);
        int end = Math.min(line.length, at + random.nextInt(1, 20));
        return switch (random.nextInt(4)) {
            case 0 -> flipped(line, at);
            case 1 -> joined(line, 0, at, line, end, line.length);
            case 2 -> joined(line, 0, end, line, at, line.length);
            default -> Arrays.copyOf(line, at);
        };
    }

    private byte[] flipped(byte[] line, int at) {
        byte[] flipped = line.clone();
        if (at < flipped.length) {
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static byte[] joined(byte[] head, int from, int to, byte[] tail, int at, int end) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.write(head, from, to - from);
        line.write(tail, at, end - at);
        return line.toByteArray();
    }

    private String text(String line, String another) {
        return switch (random.nextInt(6)) {
            case 0 -> replaced(line, VALUE, values.odd());
            case 1 -> replaced(line, VALUE, values.large());
            case 2 -> replaced(line, VALUE, chosen(another, VALUE));
            case 3 -> replaced(line, MEMBER, chosen(another, MEMBER));
            case 4 -> inserted(line, MEMBER, chosen(line, MEMBER) + ",");
            default -> inserted(line, MEMBER, chosen(another, MEMBER) + ",");
        };
    }

    private String replaced(String line, Pattern part, String by) {
        MatchResult found = found(line, part);
        return found == null ? line + by : line.substring(0, found.start()) + by + line.substring(found.end());
    }

    private String inserted(String line, Pattern before, String more) {
        MatchResult found = found(line, before);
        return found == null ? more + line : line.substring(0, found.start()) + more + line.substring(found.start());
    }

    private String chosen(String line, Pattern part) {
        MatchResult found = found(line, part);
        return found == null ? "," : found.group();
    }

    private MatchResult found(String line, Pattern part) {
        List<MatchResult> all = part.matcher(line).results().toList();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }
}
