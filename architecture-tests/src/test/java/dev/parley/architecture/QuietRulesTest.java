package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static dev.parley.architecture.house.Room.CLI;

/** A library speaks when it is spoken to, and logs through one API. */
class QuietRulesTest implements Walls {
    static final Wall NO_CONSOLE = new Wall(
            house -> noClasses()
                    .that()
                    .resideOutsideOfPackage(house.in(CLI)[0])
                    .should(ACCESS_STANDARD_STREAMS)
                    .because("the console belongs to the program; batch writes its answers there"),
            "quiet",
            "Talkative.print",
            "Talkative.complain",
            "Talkative.trace");

    static final Wall ONE_LOGGING_API = new Wall(
            house -> noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.util.logging..",
                            "org.apache.logging..",
                            "org.apache.commons.logging..",
                            "ch.qos.logback..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching("java\\.lang\\.System\\$Logger(?:\\$.*)?")
                    .because("an app routes what SLF4J says, and chooses where it goes"),
            "quiet",
            "JulLogger",
            "PlatformLogger");
}
