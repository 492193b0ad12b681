package dev.parley.architecture.house;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;

/** The modules that the rules watch, as they lie on disk beside this one. */
public enum Module {
    DOMAIN("domain", true),
    DOCUMENTS("documents", true),
    APPLICATION("application", true),
    TESTKIT("testkit", true),
    ROWS("persistence-rows", true),
    SQLITE("persistence-sqlite", true),
    POSTGRES("persistence-postgresql", true),
    CLI("cli", false);

    private final String directory;
    private final boolean published;

    Module(String directory, boolean published) {
        this.directory = directory;
        this.published = published;
    }

    /** The directory's name. */
    public String directory() {
        return directory;
    }

    /** Whether apps depend on it: then it is a real module. */
    public boolean isPublished() {
        return published;
    }

    /** A file or directory of the module, which must be there: nothing is passed over in silence. */
    public Path path(String below) {
        return existing(Repository.root().resolve(directory).resolve(below));
    }

    /** Where the compiled classes are. */
    public Path classes() {
        return path("target/classes");
    }

    /** Where the compiled tests are. */
    public Path testClasses() {
        return path("target/test-classes");
    }

    /** What the compiled module says about itself. */
    public ModuleDescriptor descriptor() {
        try (InputStream compiled = Files.newInputStream(path("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(compiled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path existing(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(path + " is missing: build the modules, tests included, before this one");
        }
        return path;
    }
}
