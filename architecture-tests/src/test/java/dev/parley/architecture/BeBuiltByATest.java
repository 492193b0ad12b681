package dev.parley.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Asks of a store that a test implements the contract and opens this store for it. */
final class BeBuiltByATest extends ArchCondition<JavaClass> {
    private final JavaClasses tests;
    private final String contract;

    BeBuiltByATest(JavaClasses tests, String contract) {
        super("be built by a test that implements %s", contract);
        this.tests = tests;
        this.contract = contract;
    }

    @Override
    public void check(JavaClass store, ConditionEvents events) {
        boolean built =
                tests.stream().anyMatch(test -> runs(test) && test.isAssignableTo(contract) && builds(test, store));
        events.add(new SimpleConditionEvent(
                store, built, store.getName() + " is built by no test that implements " + contract));
    }

    /** Surefire and failsafe go by the name. */
    private static boolean runs(JavaClass test) {
        return test.getSimpleName().matches(".+(?:Test|IT)")
                && !test.isInterface()
                && !test.getModifiers().contains(JavaModifier.ABSTRACT);
    }

    private static boolean builds(JavaClass test, JavaClass store) {
        return test.getCodeUnitAccessesFromSelf().stream()
                .anyMatch(access -> access.getTargetOwner().getName().equals(store.getName()));
    }
}
