package dev.parley.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** Finds {@code float} and {@code double}, boxed or in arrays and generics too. */
final class FloatingPoint {
    private static final Set<String> NAMES = Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    static final ArchCondition<JavaMember> NOT_BE_DECLARED =
            new ArchCondition<>("not be declared with floating point") {
                @Override
                public void check(JavaMember member, ConditionEvents events) {
                    boolean floating = types(member)
                            .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                            .anyMatch(FloatingPoint::is);
                    events.add(new SimpleConditionEvent(
                            member, !floating, member.getFullName() + " is declared with floating point"));
                }
            };

    static final DescribedPredicate<JavaAccess<?>> IN_OR_OUT =
            DescribedPredicate.describe("takes or gives floating point", access -> inOrOut(access.getTarget()));

    private FloatingPoint() {}

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
    }

    private static boolean inOrOut(AccessTarget target) {
        if (is(target.getOwner())) {
            return true;
        }
        if (target instanceof AccessTarget.CodeUnitAccessTarget code) {
            return is(code.getRawReturnType())
                    || code.getRawParameterTypes().stream().anyMatch(FloatingPoint::is);
        }
        return target instanceof AccessTarget.FieldAccessTarget field && is(field.getRawType());
    }

    private static boolean is(JavaClass type) {
        return NAMES.contains(type.getBaseComponentType().getName());
    }
}
