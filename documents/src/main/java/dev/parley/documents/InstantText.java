package dev.parley.documents;

import dev.parley.domain.value.InvalidValueException;
import dev.parley.domain.value.Timestamps;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text: written as ISO 8601 in UTC, read with any offset. */
public final class InstantText {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final DateTimeFormatter SORTABLE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private InstantText() {}

    /**
     * Reads an instant such as {@code 2026-01-15T12:00:00Z}. Other offsets are converted; without an offset, and with a
     * blank in place of the {@code T}, it is taken for UTC, as SQLite writes it.
     *
     * @param subject the name of the text, for the error
     * @throws InvalidValueException if it is none, or outside the years 1 to 9999
     */
    public static Instant parse(String subject, String text) {
        Instant written = WrittenInstant.read(text);
        return written != null ? written : parseAny(subject, text);
    }

    private static Instant parseAny(String subject, String text) {
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replaceFirst(" ", "T") : text;
        try {
            Instant instant = DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            return Timestamps.micros(subject, instant);
        } catch (DateTimeException unreadable) {
            throw new InvalidValueException(subject, "must be a time such as 2026-01-15T12:00:00Z");
        }
    }

    /** Writes an instant in UTC. */
    public static String write(Instant instant) {
        String text = WrittenInstant.write(instant);
        return text != null ? text : instant.toString();
    }

    /**
     * Writes an instant in UTC with six digits of a second, so that the order of texts is the order of instants; such as
     * {@code 2026-01-15T12:00:00.000000Z}. One outside the years 1 to 9999 becomes the nearest in them.
     */
    public static String writeSortable(Instant instant) {
        Instant within = instant.isBefore(EARLIEST) ? EARLIEST : instant.isAfter(LATEST) ? LATEST : instant;
        String text = WrittenInstant.writeSortable(within);
        return text != null ? text : SORTABLE.format(within);
    }
}
