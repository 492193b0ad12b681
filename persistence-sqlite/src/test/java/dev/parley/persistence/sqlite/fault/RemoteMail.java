package dev.parley.persistence.sqlite.fault;

import dev.parley.domain.identity.MessageId;
import dev.parley.domain.identity.NegotiationId;
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

/** The mail server as a child of its process has it: what is sent goes out on a line, and the answer comes in on one. */
final class RemoteMail implements Mail {
    private static final String NONE = "none";

    private final Map<String, CompletableFuture<String>> waiting = new ConcurrentHashMap<>();

    /** Listens to the answers for as long as there is a parent. */
    RemoteMail() {
        Thread listener = new Thread(this::listen);
        listener.setDaemon(true);
        listener.start();
    }

    @Override
    public Receipt send(MessageId id) {
        return receipt(id, answer("send", id));
    }

    @Override
    public Optional<Receipt> ask(MessageId id) {
        String answer = answer("ask", id);
        return answer.equals(NONE) ? Optional.empty() : Optional.of(receipt(id, answer));
    }

    /** What a parent answers to a line of a child's. */
    static String answered(Mail mail, String what, MessageId id) {
        Optional<Receipt> receipt = what.equals("send") ? Optional.of(mail.send(id)) : mail.ask(id);
        return id + " "
                + receipt.map(Receipt::providerMessageId).map(MessageId::value).orElse(NONE);
    }

    private String answer(String what, MessageId id) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.put(id.value(), answer);
        WritingMain.say(what + " " + id);
        return answer.join();
    }

    private static Receipt receipt(MessageId id, String answer) {
        String negotiation = id.value().substring(0, id.value().lastIndexOf("-out-"));
        return new Receipt(new MessageId(answer), Life.thread(new NegotiationId(negotiation)));
    }

    private void listen() {
        try {
            BufferedReader answers = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                String[] words = line.split(" ", -1);
                waiting.remove(words[0]).complete(words[1]);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
