package dev.parley.quickstart;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.command.MermaidDiagram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what the code does. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCE = Path.of("src/test/java/dev/parley/quickstart/Orchestrator.java");

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
    void theDiagramInTheReadmeIsRenderedFromTheTransitionTable() throws IOException {
        assertTrue(
                Files.readString(README)
                        .contains("```mermaid\n" + String.join("\n", MermaidDiagram.lines()) + "\n```\n"),
                "README.md shows another diagram than 'parley diagram' prints");
    }
}
