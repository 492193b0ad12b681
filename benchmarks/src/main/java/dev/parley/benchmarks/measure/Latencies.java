package dev.parley.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/** How long each of very many things took, to the nanosecond. For one thread; those of several can be joined. */
public final class Latencies {
    private long[] nanos = new long[1 << 12];
    private int count;

    /** Keeps one. */
    public void add(long taken) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = taken;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** All of several threads. */
    public static Latencies joined(Collection<Latencies> parts) {
        Latencies all = new Latencies();
        all.nanos =
                new long[Math.max(1, parts.stream().mapToInt(Latencies::count).sum())];
        for (Latencies part : parts) {
            System.arraycopy(part.nanos, 0, all.nanos, all.count, part.count);
            all.count += part.count;
        }
        return all;
    }

    /**
     * The least time that a share of all did not exceed, in microseconds.
     *
     * @param share above 0, up to 1; 1 gives the longest
     */
    public double micros(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(nanos, 0, count);
        int rank = (int) Math.ceil(share * count);
        return nanos[Math.max(1, rank) - 1] / 1e3;
    }
}
