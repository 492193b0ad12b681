package dev.parley.architecture;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.architecture.house.Module;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the modules require of others, as an app on the module path will meet it. */
class ModuleDescriptorRulesTest {
    private static final Map<Module, Set<String>> REQUIRED = Map.of(
            Module.DOMAIN, Set.of("java.base", "static org.jspecify"),
            Module.APPLICATION, Set.of("java.base", "static org.jspecify", "dev.parley.domain"),
            Module.DOCUMENTS, Set.of("java.base", "static org.jspecify", "dev.parley.domain", "tools.jackson.core"),
            Module.ROWS,
                    Set.of(
                            "java.base",
                            "static org.jspecify",
                            "static org.mapstruct",
                            "dev.parley.domain",
                            "dev.parley.documents"),
            Module.POSTGRES,
                    Set.of(
                            "java.base",
                            "static org.jspecify",
                            "dev.parley.domain",
                            "dev.parley.documents",
                            "dev.parley.persistence.rows",
                            "java.sql"),
            Module.TESTKIT, Set.of("java.base", "static org.jspecify", "dev.parley.domain", "org.junit.jupiter.api"));

    @Test
    void aModuleRequiresWhatItMay() {
        REQUIRED.forEach((module, required) -> assertEquals(required, requires(module.descriptor())));
    }

    @Test
    void aFurtherRequirementIsNoticed() {
        ModuleDescriptor domain = ModuleDescriptor.newModule("dev.parley.domain")
                .requires(Set.of(Modifier.MANDATED), "java.base")
                .requires("org.jspecify")
                .requires("java.logging")
                .build();
        assertEquals(
                Set.of("java.base", "org.jspecify", "java.logging"),
                requires(domain),
                "more than may be, and JSpecify at run time");
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void aPublishedModuleIsNamedAsItsPackages(Module module) {
        if (module.isPublished()) {
            ModuleDescriptor descriptor = module.descriptor();
            assertEquals(
                    Set.of(),
                    descriptor.packages().stream()
                            .filter(name -> !(name + ".").startsWith(descriptor.name() + "."))
                            .collect(toSet()));
        }
    }

    private static Set<String> requires(ModuleDescriptor module) {
        return module.requires().stream()
                .map(required -> prefix(required) + required.name())
                .collect(toSet());
    }

    /** What is static is for the compiler alone. */
    private static String prefix(Requires required) {
        return required.modifiers().contains(Modifier.STATIC) ? "static " : "";
    }
}
