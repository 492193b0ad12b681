package dev.parley.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Who has started a {@link ChildJvm}, as the child has it: what is said goes out on a line, answers and orders come in
 * on one. The words of a line are parted by tabs. Thread-safe.
 */
public final class Parent {
    private static final String ANSWER = "answer";

    private final Map<String, CompletableFuture<String[]>> waiting = new ConcurrentHashMap<>();
    private final Consumer<String[]> orders;

    /** Listens to answers, and to nothing else, for as long as there is a parent. */
    public Parent() {
        this(order -> {
            throw new IllegalStateException("nobody takes orders here");
        });
    }

    /** Listens to answers and orders for as long as there is a parent; orders are taken on one thread. */
    public Parent(Consumer<String[]> orders) {
        this.orders = orders;
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    /** Says something, one write to the pipe a line, so that lines of several threads do not mingle. */
    public static synchronized void say(String... words) {
        System.out.print(String.join("\t", words) + ChildJvm.END + "\n");
        System.out.flush();
    }

    /**
     * Asks a question and waits for the answer.
     *
     * @param what is asked
     * @param about what; no other thread may ask about the same meanwhile
     * @param more that belongs to the question
     */
    public String[] ask(String what, String about, String... more) {
        CompletableFuture<String[]> answer = new CompletableFuture<>();
        waiting.put(about, answer);
        say(what, more.length == 0 ? about : about + "\t" + String.join("\t", more));
        return answer.join();
    }

    /** The line that answers a child's question. */
    public static String answer(String about, String... words) {
        return ANSWER + "\t" + about + "\t" + String.join("\t", words);
    }

    private void listen() {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(line.split("\t", -1));
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void take(String[] words) {
        if (words[0].equals(ANSWER)) {
            String[] answer = Arrays.copyOfRange(words, 2, words.length);
            CompletableFuture<String[]> asked = waiting.remove(words[1]);
            if (asked != null) {
                asked.complete(answer);
            }
        } else {
            orders.accept(words);
        }
    }
}
