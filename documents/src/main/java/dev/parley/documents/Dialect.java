package dev.parley.documents;

/** How JSON text stands for what JSON itself cannot say. */
public enum Dialect {
    /**
     * Parley's own: a decimal is {@code {"$decimal":"25.50"}}, a key that begins with {@code $} has one more, and a
     * fraction written as a JSON number is refused, since most programs would round it; only an {@code
     * engagement_rate} may be one, and is read exactly from its token.
     */
    PARLEY,

    /** Anybody's: {@code $} means nothing, and a fraction written as a JSON number is read exactly from its token. */
    PLAIN
}
