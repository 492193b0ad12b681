package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.parley.architecture.house.Room.APPLICATION;
import static dev.parley.architecture.house.Room.DOMAIN;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Time and ids are given, so that the same call has the same outcome. */
class TimeAndChanceRulesTest implements Walls {
    private static final Set<String> HIDDEN = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.lang.StrictMath.random",
            "java.time.InstantSource.system",
            "java.util.Collections.shuffle",
            "java.util.UUID.randomUUID",
            "java.util.random.RandomGenerator.getDefault",
            "java.util.random.RandomGenerator.of");

    private static final DescribedPredicate<JavaAccess<?>> OF_ITS_OWN =
            describe("tells the time or draws lots", access -> tellsOrDraws(access.getTarget()));

    static final Wall NOT_ASKED_FOR = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION))
                    .should()
                    .accessTargetWhere(OF_ITS_OWN)
                    .because("time comes from the caller's InstantSource, chance from the caller's RandomGenerator, and"
                            + " ids from the caller"),
            "chance",
            "Instant.now()",
            "LocalDate.now(java.time.ZoneId)",
            "UUID.randomUUID()",
            "System.currentTimeMillis()",
            "System.nanoTime()",
            "Clock.systemUTC()",
            "Clock.tickSeconds(java.time.ZoneId)",
            "InstantSource.system()",
            "Math.random()",
            "Collections.shuffle(java.util.List)",
            "RandomGenerator.getDefault()",
            "RandomGenerator.of(java.lang.String)");

    static final Wall NOT_HELD = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION))
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.util\\.(?:random\\.(?!RandomGenerator$).*|Random|SplittableRandom|Date|Calendar|Timer"
                                    + "|GregorianCalendar|concurrent\\.ThreadLocalRandom)|java\\.security\\.SecureRandom")
                    .because("what is random or reads the clock by itself cannot be replayed"),
            "chance",
            "Dice.random",
            "Dice.<init>()",
            "ThreadLocalRandom",
            "RandomGeneratorFactory");

    private static boolean tellsOrDraws(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        return HIDDEN.contains(owner + "." + name)
                || (owner.startsWith("java.time.") && name.equals("now"))
                || (owner.equals("java.time.Clock") && name.matches("system.*|tick.+"));
    }
}
