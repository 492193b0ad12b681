package dev.parley.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import dev.parley.architecture.house.Module;
import dev.parley.architecture.source.JavaText;
import dev.parley.architecture.source.Sources;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who waits, waits for something, and holds up nobody else. */
class WaitingRulesTest implements Walls {
    private static final Pattern MONITOR = Pattern.compile("\\bsynchronized\\b");

    private static final DescribedPredicate<JavaAccess<?>> SLEEPS = describe(
            "sleeps",
            access -> access.getName().equals("sleep")
                    && (access.getTargetOwner().isEquivalentTo(Thread.class)
                            || access.getTargetOwner().getName().equals("java.util.concurrent.TimeUnit")));

    static final Wall NOBODY_SLEEPS = new Wall(
                    house -> noClasses()
                            .should()
                            .accessTargetWhere(SLEEPS)
                            .because("a sleep is too short on a busy machine and too long on others: await the event"),
                    "waiting",
                    "Thread.sleep(long)",
                    "TimeUnit.sleep(long)")
            .andTests();

    private static final DescribedPredicate<JavaAccess<?>> ASKS_A_MONITOR = describe(
            "waits for a monitor or notifies it",
            access -> access.getTargetOwner().isEquivalentTo(Object.class)
                    && Set.of("wait", "notify", "notifyAll").contains(access.getName()));

    static final Wall NOBODY_WAITS_FOR_A_MONITOR = new Wall(
            house -> noClasses()
                    .should()
                    .accessTargetWhere(ASKS_A_MONITOR)
                    .because(
                            "who waits for a monitor keeps the carrier of a virtual thread; LockSupport.park does not"),
            "waiting",
            "Sleeper.waitOnItself",
            "Sleeper.wakeOne",
            "Sleeper.wakeAll");

    static final Wall NO_MONITORS = new Wall(
            house -> noMethods()
                    .should()
                    .haveModifier(SYNCHRONIZED)
                    .because("a monitor pins the carrier of a virtual thread; a ReentrantLock does not"),
            "waiting",
            "Sleeper.oneAtATime");

    @Test
    void noMonitorInsideAMethodEither() {
        assertEquals(
                List.of(),
                Sources.java(EnumSet.allOf(Module.class))
                        .flatMap(source -> source.find(text -> monitors(text.code())))
                        .toList());
    }

    @Test
    void oneInsideAMethodIsSeen() {
        assertEquals(
                List.of("synchronized"),
                monitors(JavaText.of("void a() { synchronized (this) {} }").code()));
        assertEquals(
                List.of(),
                monitors(JavaText.of("/** Not synchronized. */ void a() {}").code()));
    }

    private static List<String> monitors(String code) {
        return MONITOR.matcher(code).results().map(MatchResult::group).toList();
    }
}
