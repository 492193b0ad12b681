package dev.parley.architecture.house;

import java.util.stream.Stream;

/** What is bought in, and the one room that may know it. */
public enum Technology {
    JDBC(
            Room.SQLITE,
            "java.sql org.sqlite",
            "javax.sql",
            "a database is known by its own adapter: another database, another adapter"),
    JACKSON(Room.DOCUMENTS, "tools.jackson", "com.fasterxml.jackson", "one place reads and writes JSON, without loss"),
    MAPSTRUCT(Room.MAPPING, "org.mapstruct", "", "the drift alarm stands between snapshots and rows, and nowhere else"),
    PICOCLI(Room.CLI, "picocli", "", "a command line is one way in among others"),
    JUNIT(Room.TESTKIT, "org.junit", "junit org.opentest4j", "what runs in production knows no test framework");

    private final Room home;
    private final String used;
    private final String kin;
    private final String reason;

    Technology(Room home, String used, String kin, String reason) {
        this.home = home;
        this.used = used;
        this.kin = kin;
        this.reason = reason;
    }

    /** Where it may be used. */
    public Room home() {
        return home;
    }

    /** Its packages that the home must really use: a renamed library would leave an empty wall behind. */
    public Stream<String> used() {
        return Stream.of(used.split(" "));
    }

    /** Patterns for its packages and for those of its kin, which nobody uses today. */
    public String[] packages() {
        return Stream.concat(used(), Stream.of(kin.split(" ")).filter(name -> !name.isEmpty()))
                .map(name -> name + "..")
                .toArray(String[]::new);
    }

    /** Why only there. */
    public String reason() {
        return reason;
    }
}
