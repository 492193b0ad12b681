package dev.parley.cli.demo;

import dev.parley.cli.refusal.ErrorCode;
import dev.parley.cli.refusal.RefusedException;
import dev.parley.documents.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The process that is killed: {@code parley batch} on the demo's file, driven over its standard streams. */
final class Child implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final ChildProcess process;
    private final OutputStream requests;
    private final LinkedBlockingQueue<Optional<String>> answers;
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1);
    private long lastId;

    Child(ChildProcess process) {
        this.process = process;
        this.requests = process.requests();
        this.answers = process.answers();
        watch.setRemoveOnCancelPolicy(true);
    }

    /**
     * Asks; the answers come in the order asked.
     *
     * @return the id that the answer will carry
     */
    long send(Map<String, @Nullable Object> request) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("id", ++lastId);
        line.putAll(request);
        // A child that no longer reads would let this wait for ever once the pipe is full.
        ScheduledFuture<?> late = watch.schedule(process::kill, PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            requests.write((JsonText.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
        } catch (IOException gone) {
            throw died();
        } finally {
            late.cancel(false);
        }
        return lastId;
    }

    /** Asks and waits for the answer, with nothing else asked before. */
    Answer ask(Map<String, @Nullable Object> request) {
        long id = send(request);
        Answer answer = receive();
        if (answer.id() != id) {
            throw failed("has answered request " + answer.id() + " in place of " + id);
        }
        return answer;
    }

    /** Waits for the next answer. */
    Answer receive() {
        return Answer.read(take().orElseThrow(this::died));
    }

    /**
     * Kills the process as the operating system would, without notice.
     *
     * @return the answers it had given by then that were not received yet
     */
    List<Answer> kill() {
        int exitCode = process.kill();
        if (process.killsBySignal() && exitCode != ChildProcess.KILLED_BY_SIGNAL) {
            throw failed("ended by itself with exit code " + exitCode + " before it was killed" + process.lastWords());
        }
        List<Answer> rest = new ArrayList<>();
        for (Optional<String> line = take(); line.isPresent(); line = take()) {
            // The kill may have cut the last one short, which then is no answer.
            Answer.readWhole(line.get()).ifPresent(rest::add);
        }
        return rest;
    }

    /** Lets the process end in its own time. */
    void finish() {
        try {
            requests.close();
        } catch (IOException gone) {
            throw died();
        }
        int exitCode = process.awaitExit();
        if (exitCode != 0) {
            throw failed("ended with exit code " + exitCode + process.lastWords());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        process.close();
    }

    /** The next line, empty at the end of the output. */
    private Optional<String> take() {
        try {
            Optional<String> line = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Objects.requireNonNullElseGet(line, () -> {
                throw failed("has not answered for " + PATIENCE_SECONDS + " s");
            });
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed("was given up: the demo was interrupted");
        }
    }

    private RefusedException died() {
        return failed("ended by itself with exit code " + process.awaitExit() + process.lastWords());
    }

    private static RefusedException failed(String what) {
        return new RefusedException(ErrorCode.STORE_FAILURE, "the child process " + what);
    }
}
