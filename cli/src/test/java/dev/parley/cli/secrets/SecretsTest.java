package dev.parley.cli.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.application.Negotiations;
import dev.parley.application.delivery.Deliveries;
import dev.parley.domain.attributes.Attributes;
import dev.parley.domain.campaign.Campaign;
import dev.parley.domain.message.OwedMessage;
import dev.parley.domain.negotiation.Negotiation;
import dev.parley.domain.port.CommitRefusedException;
import dev.parley.domain.port.NegotiationStore;
import dev.parley.domain.port.StoreBusyException;
import dev.parley.domain.port.StoreClosedException;
import dev.parley.domain.port.StoreFailureException;
import dev.parley.domain.port.UnreadableException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a negotiation is told stays with it: it stands in no log, no exception and no text of a value. */
class SecretsTest {
    @TempDir
    Path directory;

    @Test
    void nothingSecretIsSaidAloud() throws Exception {
        List<String> said = said();

        assertEquals(List.of(), said.stream().filter(Secret::isIn).toList());
        assertTrue(said.stream().anyMatch(line -> line.contains("org.sqlite")), "the driver's log was not heard");
        assertEquals(Set.of(), missing(failures(), heard(said, Witness.FAILED)), "not every failure was heard");
        assertEquals(Set.of(), missing(holders(), heard(said, Witness.SHOWN)), "not every value was heard");
    }

    @Test
    void aSecretThatIsSaidIsHeard() throws Exception {
        assertEquals(2, said("leak").stream().filter(Secret::isIn).count());
    }

    private List<String> said(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dorg.sqlite.tmpdir=" + directory,
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classPath(),
                SecretLife.class.getName(),
                directory.toString()));
        command.addAll(List.of(arguments));
        Path out = directory.resolve("out");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        List<String> said = Files.readAllLines(out, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> String.join("\n", said));
        assertFalse(said.isEmpty());
        return said;
    }

    /** Without SLF4J the driver speaks through the JDK's own logging, which can be heard without further libraries. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Set<String> heard(List<String> said, String mark) {
        return said.stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).replaceFirst(" .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> failures() {
        return Stream.concat(
                        Arrays.stream(CommitRefusedException.class.getPermittedSubclasses()),
                        Stream.of(
                                StoreBusyException.class,
                                StoreClosedException.class,
                                StoreFailureException.class,
                                UnreadableException.class))
                .map(Class::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> holders() throws Exception {
        return SecretHolders.in(
                Attributes.class,
                Campaign.class,
                Negotiation.class,
                OwedMessage.class,
                NegotiationStore.class,
                Negotiations.class,
                Deliveries.class);
    }

    private static Set<String> missing(Set<String> wanted, Set<String> found) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(found);
        return missing;
    }
}
