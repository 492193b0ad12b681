package dev.parley.domain.value;

/**
 * The rules for text. Any script, newlines, emoji and NUL are text; a lone surrogate is not, because it has no UTF-8
 * form and a store would silently replace it.
 */
public final class Text {
    /** The most UTF-16 code units that one text may have: 1,048,576. */
    public static final int MAX_LENGTH = 1 << 20;

    private Text() {}

    /**
     * Passes well-formed text through.
     *
     * @param subject the name of the value, for the error
     * @throws ValueTooLargeException if it is longer than {@link #MAX_LENGTH}
     * @throws InvalidValueException if it contains a lone surrogate
     */
    public static String wellFormed(String subject, String text) {
        if (text.length() > MAX_LENGTH) {
            throw new ValueTooLargeException(
                    subject, "has " + text.length() + " characters, at most " + MAX_LENGTH + " are allowed");
        }
        int lone = indexOfLoneSurrogate(text);
        if (lone >= 0) {
            throw new InvalidValueException(
                    subject, "has a lone surrogate at index " + lone + ", which is no character; repair the text");
        }
        return text;
    }

    /**
     * Passes well-formed text through that says something.
     *
     * @param subject the name of the value, for the error
     * @throws InvalidValueException if it is blank or not {@linkplain #wellFormed well-formed}
     */
    public static String required(String subject, String text) {
        if (text.isBlank()) {
            throw new InvalidValueException(subject, "is required and must not be blank");
        }
        return wellFormed(subject, text);
    }

    private static int indexOfLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(unit, text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
