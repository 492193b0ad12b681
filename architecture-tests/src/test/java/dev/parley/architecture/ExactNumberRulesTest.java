package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.parley.architecture.house.Room.APPLICATION;
import static dev.parley.architecture.house.Room.DOCUMENTS;
import static dev.parley.architecture.house.Room.DOMAIN;
import static dev.parley.architecture.house.Room.PERSISTENCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.architecture.house.Module;
import dev.parley.architecture.source.JavaText;
import dev.parley.architecture.source.Sources;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Money is exact: no floating point on its way, neither declared nor passed through. */
class ExactNumberRulesTest implements Walls {
    private static final Set<Module> EXACT = EnumSet.of(
            Module.DOMAIN, Module.APPLICATION, Module.DOCUMENTS, Module.ROWS, Module.SQLITE, Module.POSTGRES);
    private static final Pattern FLOATING =
            Pattern.compile("\\b(?:float|double|Float|Double)\\b|\\d\\.\\d|\\d[fFdD]\\b");

    static final Wall DECLARED_NOWHERE = new Wall(
            house -> members()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION, DOCUMENTS, PERSISTENCE))
                    .should(FloatingPoint.NOT_BE_DECLARED)
                    .because("12.10 has no binary fraction; decimals are BigDecimal here and text outside"),
            "numbers",
            "RoughBudget.amount",
            "RoughBudget.rates",
            "RoughBudget.boxed",
            "RoughBudget.plus",
            "RoughDocument.value");

    static final Wall PASSED_THROUGH_NOWHERE = new Wall(
            house -> noClasses()
                    .that()
                    .resideInAnyPackage(house.in(DOMAIN, APPLICATION, DOCUMENTS, PERSISTENCE))
                    .should()
                    .accessTargetWhere(FloatingPoint.IN_OR_OUT)
                    .because("a digit lost on the way is lost"),
            "numbers",
            "BigDecimal.doubleValue()",
            "Double.parseDouble(java.lang.String)",
            "BigDecimal.<init>(double)",
            "Number.floatValue()",
            "RoughBudget.amount",
            "RoughDocument.value",
            "ResultSet.getDouble(java.lang.String)");

    @Test
    void noneIsWrittenInAMethodEither() {
        assertEquals(
                List.of(),
                Sources.java(EXACT)
                        .flatMap(source -> source.find(text -> floating(text.code())))
                        .toList());
    }

    @Test
    void oneInAMethodIsSeen() {
        String local = "int cents(int a) { double cents = a * 1.1; return (int) cents; }";
        assertEquals(List.of("double", "1.1"), floating(JavaText.of(local).code()), "local variables and constants");
        assertEquals(List.of("2f"), floating("return 2f * a;"), "suffixes");
        assertEquals(
                List.of(),
                floating(
                        JavaText.of("// double 1.5\nString a = \"double 1.5\";").code()),
                "text is not code");
    }

    private static List<String> floating(String code) {
        return FLOATING.matcher(code).results().map(MatchResult::group).toList();
    }
}
