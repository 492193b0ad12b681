package dev.parley.architecture.house;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the modules lie. */
public final class Repository {
    private Repository() {}

    /** The parent's directory, found from these compiled tests, whatever the working directory is. */
    public static Path root() {
        try {
            Path testClasses = Path.of(Repository.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Module.existing(testClasses.resolve("../../..").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
