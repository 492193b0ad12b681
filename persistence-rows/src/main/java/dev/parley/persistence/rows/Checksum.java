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

    private static final int LIKELY_SIZE = 512;

    private ByteBuffer bytes = ByteBuffer.allocate(LIKELY_SIZE);

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
        CRC32C crc = new CRC32C();
        crc.update(checksum.bytes.flip());
        return crc.getValue();
    }

    private void add(@Nullable Object field) {
        if (field == null) {
            makeRoom(1);
            bytes.put(NULL);
        } else if (field instanceof String text) {
            addText(text.getBytes(StandardCharsets.UTF_8));
        } else if (field instanceof Utf8 text) {
            addText(text.bytes());
        } else {
            long number = field instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) field).longValue();
            makeRoom(HEAD);
            bytes.put(NUMBER).putLong(number);
        }
    }

    private void addText(byte[] utf8) {
        makeRoom(HEAD + utf8.length);
        bytes.put(TEXT).putLong(utf8.length).put(utf8);
    }

    private void makeRoom(int size) {
        if (bytes.remaining() < size) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + size).put(bytes.flip());
        }
    }
}
