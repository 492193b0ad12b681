package dev.parley.persistence.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * CRC-32C (Castagnoli, RFC 3720 appendix B.4) over the fields of a row. SQLite's integrity check, for one, passes over
 * a flipped bit in a payload; this does not.
 */
public final class Checksum {
    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;

    /** A kind with a number. */
    private static final int HEAD = 1 + Long.BYTES;

    private final CRC32C crc = new CRC32C();
    /** What the sum is still to be made of: one long run of bytes costs less than many short ones. */
    private final ByteBuffer pending = ByteBuffer.allocate(512);

    private Checksum() {}

    /**
     * The checksum of some fields, which is never negative. Each field goes in with its kind and length, so that no two
     * rows run into one another.
     *
     * @param fields text, also as {@link Utf8}, whole numbers, booleans as 1 and 0, and null
     */
    public static long of(@Nullable Object... fields) {
        Checksum checksum = new Checksum();
        for (Object field : fields) {
            checksum.add(field);
        }
        checksum.sum();
        return checksum.crc.getValue();
    }

    private void add(@Nullable Object field) {
        if (field == null) {
            makeRoom(1);
            pending.put(NULL);
        } else if (field instanceof String text) {
            addText(text.getBytes(StandardCharsets.UTF_8));
        } else if (field instanceof Utf8 text) {
            addText(text.bytes());
        } else {
            long number = field instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) field).longValue();
            makeRoom(HEAD);
            pending.put(NUMBER).putLong(number);
        }
    }

    private void addText(byte[] utf8) {
        makeRoom(HEAD);
        pending.put(TEXT).putLong(utf8.length);
        if (utf8.length <= pending.remaining()) {
            pending.put(utf8);
        } else {
            sum();
            crc.update(utf8);
        }
    }

    private void makeRoom(int size) {
        if (pending.remaining() < size) {
            sum();
        }
    }

    private void sum() {
        crc.update(pending.flip());
        pending.clear();
    }
}
