package dev.parley.benchmarks.size;

import dev.parley.benchmarks.measure.Measure;
import dev.parley.benchmarks.measure.Samples;
import dev.parley.benchmarks.measure.Scale;
import dev.parley.benchmarks.measure.ScratchDirectory;
import dev.parley.benchmarks.measure.Series;
import dev.parley.benchmarks.parley.ParleyContender;
import dev.parley.benchmarks.peer.reference.ReferenceContender;
import java.util.Locale;

/** Bytes on disk for a negotiation that has taken all its steps, while others took theirs. */
public final class SizeMeasure implements Measure {
    @Override
    public String name() {
        return "size";
    }

    /** What is measured of a contender. */
    public static Series series(String contender) {
        return new Series("size", "20 steps", contender, "bytes");
    }

    @Override
    public void run(Scale scale, Samples samples, Progress progress) throws Exception {
        keep(scale, new Weighed("ours", ParleyContender::open), samples, progress);
        keep(scale, new Weighed("reference", ReferenceContender::open), samples, progress);
    }

    private static void keep(Scale scale, Weighed weighed, Samples samples, Progress progress) throws Exception {
        double bytes;
        try (ScratchDirectory empty = ScratchDirectory.in(scale.directory());
                ScratchDirectory lived = ScratchDirectory.in(scale.directory())) {
            bytes = (double) (weighed.after(lived, scale.sized()) - weighed.after(empty, 0)) / scale.sized();
        }
        samples.add(series(weighed.name()), 1, bytes);
        progress.tell(String.format(Locale.ROOT, "size, %s: %,.0f bytes a negotiation", weighed.name(), bytes));
    }
}
