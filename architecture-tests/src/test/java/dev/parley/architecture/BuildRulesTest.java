package dev.parley.architecture;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.architecture.house.Module;
import dev.parley.architecture.house.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules see the whole build. */
class BuildRulesTest {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

    /** Modules that come under no rule: this one, measurements, and what tests share; nothing that runs needs them. */
    private static final Set<String> UNWATCHED =
            Set.of("architecture-tests", "benchmarks", "crash-testing", "postgresql-server");

    @Test
    void everyModuleOfTheBuildIsWatched() throws IOException {
        assertEquals(
                Stream.of(Module.values()).map(Module::directory).collect(toSet()),
                watched(Files.readString(Repository.root().resolve("pom.xml"))));
    }

    @Test
    void aNewModuleIsNoticed() {
        assertEquals(
                Set.of("domain", "persistence-postgres"),
                watched("<module>domain</module> <module>persistence-postgres</module><module>benchmarks</module>"));
    }

    @Test
    void aModuleThatWasNotBuiltIsNotPassedOver() {
        assertThrows(IllegalStateException.class, () -> Module.DOMAIN.path("target/nothing"));
    }

    private static Set<String> watched(String pom) {
        return MODULE.matcher(pom)
                .results()
                .map(match -> match.group(1))
                .filter(module -> !UNWATCHED.contains(module))
                .collect(toSet());
    }
}
