package dev.parley.architecture.house;

import java.util.List;
import java.util.stream.Stream;

/** What is bought in, and the few rooms that may know it. */
public enum Technology {
    JDBC(
            List.of(Room.SQLITE, Room.POSTGRES),
            "java.sql",
            "javax.sql",
            "a database is known by its own adapter: another database, another adapter"),
    DRIVER(List.of(Room.SQLITE), "org.sqlite", "", "a file needs its own driver, and nobody else does"),
    DATA_SOURCE(
            List.of(Room.OPENED),
            "org.postgresql com.zaxxer",
            "",
            "the store on PostgreSQL is given a data source, whatever is behind it; who puts the parts together makes one"),
    JACKSON(
            List.of(Room.DOCUMENTS),
            "tools.jackson",
            "com.fasterxml.jackson",
            "one place reads and writes JSON, without loss"),
    MAPSTRUCT(
            List.of(Room.MAPPING),
            "org.mapstruct",
            "",
            "the drift alarm stands between snapshots and rows, and nowhere else"),
    PICOCLI(List.of(Room.CLI), "picocli", "", "a command line is one way in among others"),
    JUNIT(
            List.of(Room.TESTKIT),
            "org.junit",
            "junit org.opentest4j",
            "what runs in production knows no test framework");

    @SuppressWarnings("ImmutableEnumChecker") // List.of has made it
    private final List<Room> homes;

    private final String used;
    private final String kin;
    private final String reason;

    Technology(List<Room> homes, String used, String kin, String reason) {
        this.homes = homes;
        this.used = used;
        this.kin = kin;
        this.reason = reason;
    }

    /** Where it may be used, and is. */
    public List<Room> homes() {
        return homes;
    }

    /** Its packages that its homes must really use: a renamed library would leave an empty wall behind. */
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
