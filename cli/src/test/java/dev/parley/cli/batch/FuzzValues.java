package dev.parley.cli.batch;

import java.util.List;
import java.util.SplittableRandom;

/** JSON values that belong elsewhere, or nowhere. */
final class FuzzValues {
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "{\"a\":{}}",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "1.5",
            "-0",
            "1e2",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "2147483648",
            "1e999999999",
            "1e-999999999",
            "0.1e1000000000",
            "{\"$decimal\":\"1E+1000000000\"}",
            "{\"$decimal\":1.5}",
            "{\"$decimal\":\"NaN\"}",
            "{\"$x\":1}",
            "{\"$$\":1}",
            "\"NaN\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u0000\"",
            "\"\u2028\"",
            "\"\u202e\u0007\"",
            "\"🎥\"",
            "\"Ώ\"",
            "\"'; DROP TABLE parley_negotiations; --\"",
            "\"${jndi:ldap://x}\"",
            "\"../../etc/passwd\"",
            "\"%s%n%d\"",
            "\"jdbc:sqlite::memory:\"",
            "\"agreed\"",
            "\"awaiting_reply\"",
            "\"sending\"",
            "\"0000-01-01T00:00:00Z\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"2026-03-01 10:00\"");

    private static final List<Integer> SIZES = List.of(63, 64, 65, 99, 100, 101, 998, 999, 1_000, 1_001, 2_000);

    private final SplittableRandom random;

    FuzzValues(SplittableRandom random) {
        this.random = random;
    }

    /** Of another type, out of range, or hostile. */
    String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    /** Around the limits, and far beyond. */
    String large() {
        int size = random.nextInt(50) == 0 ? 70_000 : SIZES.get(random.nextInt(SIZES.size()));
        return switch (random.nextInt(6)) {
            case 0 -> "[".repeat(size) + "]".repeat(size);
            case 1 -> "{\"a\":".repeat(size) + "1" + "}".repeat(size);
            case 2 -> "9".repeat(size);
            case 3 -> "\"" + "9".repeat(size) + ".5\"";
            case 4 -> "\"" + "é".repeat(size) + "\"";
            default -> "[" + "0,".repeat(size) + "0]";
        };
    }
}
