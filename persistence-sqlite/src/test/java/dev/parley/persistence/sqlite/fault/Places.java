package dev.parley.persistence.sqlite.fault;

import dev.parley.persistence.sqlite.fault.TappedStore.Tap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The places before and after each statement, numbered from 0 as they are come to. */
final class Places implements Tap {
    private final List<String> passed = new ArrayList<>();
    private final int stop;
    private final Consumer<String> onStop;

    /**
     * @param stop the number of the place at which something is done
     * @param onStop what is done there; it is told which statement is about to come or was the last
     */
    Places(int stop, Consumer<String> onStop) {
        this.stop = stop;
        this.onStop = onStop;
    }

    /** All of them, and nothing is done at any. */
    static Places all() {
        return new Places(-1, place -> {});
    }

    @Override
    public void before(String sql) {
        pass("before " + sql);
    }

    @Override
    public void after(String sql) {
        pass("after " + sql);
    }

    private void pass(String place) {
        passed.add(place);
        if (passed.size() == stop + 1) {
            onStop.accept(place);
        }
    }

    /** The places so far, in order. */
    List<String> passed() {
        return passed;
    }
}
