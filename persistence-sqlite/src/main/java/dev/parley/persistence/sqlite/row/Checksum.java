package dev.parley.persistence.sqlite.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * CRC-32C (Castagnoli, RFC 3720 appendix B.4) over the fields of a row. SQLite's integrity check passes over a flipped
 * bit in a payload; this does not.
 */
final class Checksum {
    private static final byte NULL = 0;
    private static final byte TEXT = 1;
    private static final byte NUMBER = 2;

    private Checksum() {}

    /** Each field goes in with its kind and length, so that no two rows run into one another. */
    static long of(@Nullable Object... fields) {
        CRC32C crc = new CRC32C();
        for (Object field : fields) {
            if (field == null) {
                crc.update(NULL);
            } else if (field instanceof String text) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                crc.update(header(TEXT, bytes.length));
                crc.update(bytes);
            } else if (field instanceof Boolean flag) {
                crc.update(header(NUMBER, flag ? 1 : 0));
            } else {
                crc.update(header(NUMBER, ((Number) field).longValue()));
            }
        }
        return crc.getValue();
    }

    private static byte[] header(byte kind, long number) {
        return ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(number).array();
    }
}
