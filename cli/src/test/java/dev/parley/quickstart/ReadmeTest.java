package dev.parley.quickstart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.command.MermaidDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows is what the code does. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/parley/quickstart/Orchestrator.java");

    private static final Pattern PROOF = Pattern.compile("`(\\w+(?:Test|Contract))`");

    @Test
    void theOrchestratorInTheReadmeIsTheOneThatIsTested() throws IOException {
        String source = Files.readString(SOURCE);
        String shown =
                source.substring(source.indexOf("final class Orchestrator"), source.indexOf("// end::orchestrator[]"));

        assertTrue(
                Files.readString(README).contains("```java\n" + shown + "```\n"),
                "README.md shows another orchestrator than " + SOURCE);
    }

    @Test
    void everyTestThatADocumentNamesAsItsProofExists() throws IOException {
        Set<String> sources = new HashSet<>();
        for (Path sourceTree : sourceTrees()) {
            try (Stream<Path> files = Files.walk(sourceTree)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .forEach(sources::add);
            }
        }
        for (Path document : List.of(README, Path.of("..", "docs", "guarantees.md"))) {
            List<String> named = PROOF.matcher(Files.readString(document))
                    .results()
                    .map(proof -> proof.group(1))
                    .toList();
            assertFalse(named.isEmpty(), document + " names no proof");
            named.forEach(name -> assertTrue(sources.contains(name + ".java"), document + " names " + name));
        }
    }

    /** Of each module; what a build leaves beside them may change while it is looked at. */
    private static List<Path> sourceTrees() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    @Test
    void theDiagramInTheReadmeIsRenderedFromTheTransitionTable() throws IOException {
        assertTrue(
                Files.readString(README)
                        .contains("```mermaid\n" + String.join("\n", MermaidDiagram.lines()) + "\n```\n"),
                "README.md shows another diagram than 'parley diagram' prints");
    }
}
