package dev.parley.architecture.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What a rule is asked of: Parley, or a fixture that is laid out like it and breaks rules on purpose.
 *
 * @param root the package that everything stands in
 * @param classes what is delivered
 * @param tests what tests it
 */
public record House(String root, JavaClasses classes, JavaClasses tests) {
    private static final String FIXTURES = "dev.parley.architecture.fixture.";

    /** The modules as they were built. */
    public static House parley() {
        return Built.PARLEY;
    }

    /** The modules as they were built, their tests counted in. */
    public static House parleyAndItsTests() {
        return Built.WITH_TESTS;
    }

    /** A house that breaks rules on purpose; its tests stand among the rest. */
    public static House fixture(String name) {
        JavaClasses classes = new ClassFileImporter().importPackages(FIXTURES + name);
        return new House(FIXTURES + name, classes, classes);
    }

    /** Patterns for rooms with everything below them. */
    public String[] in(Room... rooms) {
        return Arrays.stream(rooms).map(room -> exactly(room) + "..").toArray(String[]::new);
    }

    /** The package of a room. */
    public String exactly(Room room) {
        return root + "." + room.path();
    }

    /** The full name of a class. */
    public String type(Room room, String simpleName) {
        return exactly(room) + "." + simpleName;
    }

    /** Imported once, since every rule asks for it. */
    private static final class Built {
        private static final JavaClasses CLASSES = importAll(module -> List.of(module.classes()));
        private static final JavaClasses TESTS = importAll(module -> List.of(module.testClasses()));
        private static final JavaClasses BOTH = importAll(module -> List.of(module.classes(), module.testClasses()));
        private static final House PARLEY = new House("dev.parley", CLASSES, TESTS);
        private static final House WITH_TESTS = new House("dev.parley", BOTH, TESTS);

        private static JavaClasses importAll(Function<Module, List<Path>> parts) {
            return new ClassFileImporter()
                    .importPaths(Arrays.stream(Module.values())
                            .flatMap(module -> parts.apply(module).stream())
                            .toList());
        }
    }
}
