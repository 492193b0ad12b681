package dev.parley.cli.fault;

import dev.parley.application.delivery.MessageSender;
import dev.parley.application.delivery.SendResult;
import dev.parley.application.delivery.UnconfirmedPolicy;
import dev.parley.application.delivery.Verdict;
import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.ThreadId;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.message.Receipt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The mail server as a child has it: what is sent goes out on a line, and the answer comes in on one. */
final class Postbox implements MessageSender, UnconfirmedPolicy {
    private final Map<String, CompletableFuture<String[]>> waiting = new ConcurrentHashMap<>();
    private final Stop stop;

    Postbox(Stop stop) {
        this.stop = stop;
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public SendResult send(OwedMessage message) {
        stop.at(Orders.Place.AFTER_CLAIM);
        Receipt receipt = answer(
                        "send " + message.id() + " " + message.message().negotiationId(), message)
                .orElseThrow();
        stop.at(Orders.Place.AFTER_SEND);
        return SendResult.sent(receipt);
    }

    @Override
    public Verdict ask(OwedMessage message) {
        return answer("ask " + message.id(), message).map(Verdict::wasSent).orElseGet(Verdict::wasNotSent);
    }

    private Optional<Receipt> answer(String line, OwedMessage message) {
        CompletableFuture<String[]> answer = new CompletableFuture<>();
        waiting.put(message.id().value(), answer);
        OrchestratorMain.say(line);
        String[] words = answer.join();
        return words[1].equals("none")
                ? Optional.empty()
                : Optional.of(new Receipt(new MessageId(words[1]), new ThreadId(words[2])));
    }

    private void listen() {
        try {
            BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                String[] words = line.split("\t", -1);
                waiting.remove(words[0]).complete(words);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
