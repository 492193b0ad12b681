package dev.parley.persistence.rows;

import java.nio.charset.StandardCharsets;

/**
 * A document as the bytes it is stored as: a checksum is made of them, and most of a start-up by outlines never asks for
 * more.
 */
public final class Utf8 {
    private final byte[] bytes;

    /**
     * @param bytes text in UTF-8; nobody else keeps or changes the array
     */
    public Utf8(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A text as it would be stored. */
    public static Utf8 of(String text) {
        return new Utf8(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The text, a replacement character in place of what is none. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The bytes, which are not to be changed. */
    public byte[] bytes() {
        return bytes;
    }
}
