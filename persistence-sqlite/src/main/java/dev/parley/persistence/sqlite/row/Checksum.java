package dev.parley.persistence.sqlite.row;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * CRC-32C (Castagnoli, RFC 3720 appendix B.4) over the fields of a row. SQLite's integrity check passes over a flipped
 * bit in a payload; this does not.
 */
public final class Checksum {
    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;

    private final CRC32C crc = new CRC32C();
    private final byte[] header = new byte[1 + Long.BYTES];

    private Checksum() {}

    /**
     * The checksum of some fields, which is never negative. Each field goes in with its kind and length, so that no two
     * rows run into one another.
     *
     * @param fields text, whole numbers, booleans as 1 and 0, and null
     */
    public static long of(@Nullable Object... fields) {
        Checksum checksum = new Checksum();
        for (Object field : fields) {
            checksum.add(field);
        }
        return checksum.crc.getValue();
    }

    private void add(@Nullable Object field) {
        if (field == null) {
            crc.update(NULL);
        } else if (field instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            head(TEXT, bytes.length);
            crc.update(bytes);
        } else if (field instanceof Boolean flag) {
            head(NUMBER, flag ? 1 : 0);
        } else {
            head(NUMBER, ((Number) field).longValue());
        }
    }

    private void head(byte kind, long number) {
        header[0] = kind;
        for (int i = 0; i < Long.BYTES; i++) {
            header[Long.BYTES - i] = (byte) (number >>> (Byte.SIZE * i));
        }
        crc.update(header);
    }
}
