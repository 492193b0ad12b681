package dev.parley.persistence.rows;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cells in the order in which a statement names them: text, whole numbers, booleans and null. */
public final class Cells {
    private final @Nullable Object[] values;

    private Cells(@Nullable Object[] values) {
        this.values = values;
    }

    /** Some cells; nobody else keeps or changes the array. */
    public static Cells of(@Nullable Object... values) {
        return new Cells(values);
    }

    /** These, and more behind them. */
    public Cells and(@Nullable Object... more) {
        @Nullable Object[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return new Cells(all);
    }

    /** These, and their checksum behind them. */
    Cells sealed() {
        return and(checksum());
    }

    /** The checksum of these in their order, which is the order for ever then. */
    long checksum() {
        return Checksum.of(values);
    }

    /** The cells, which are not to be changed. */
    public @Nullable Object[] values() {
        return values;
    }
}
