package dev.parley.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** A class is called by what it is. */
class NameRulesTest implements Walls {
    static final Wall FIELDS_OWN_TERMS = new Wall(
            house -> noClasses()
                    .should()
                    .haveNameMatching(".*(?:Util|Utils|Helper|Helpers|Manager|Managers)(?:\\$.*)?")
                    .because("such a name says that nobody knew what belongs inside"),
            "names",
            "CpmUtils",
            "StateHelper",
            "NegotiationManager$Inner",
            "NegotiationManager>");
}
