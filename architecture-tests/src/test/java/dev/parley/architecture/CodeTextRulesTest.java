package dev.parley.architecture;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.architecture.house.Module;
import dev.parley.architecture.source.CodeText;
import dev.parley.architecture.source.JavaText;
import dev.parley.architecture.source.SourceFile;
import dev.parley.architecture.source.Sources;
import dev.parley.domain.message.DeliveryState;
import dev.parley.domain.negotiation.NegotiationEvent;
import dev.parley.domain.negotiation.NegotiationState;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes of states and events are written once, in their enums; SQL, JSON and the command line derive from them. */
class CodeTextRulesTest {
    private static final CodeText CODES = new CodeText(Stream.concat(
                    Stream.of(NegotiationState.values()).map(NegotiationState::code),
                    Stream.of(NegotiationEvent.values()).map(NegotiationEvent::code))
            .collect(toUnmodifiableSet()));

    /** Some of these are plain words, which a command line may say; a store may not. */
    private static final CodeText DELIVERIES = new CodeText(
            Stream.of(DeliveryState.values()).map(DeliveryState::code).collect(toUnmodifiableSet()));

    private static final Set<Module> STORES = EnumSet.of(Module.ROWS, Module.SQLITE, Module.POSTGRES);

    private static final Set<String> HOMES = Set.of("NegotiationState.java", "NegotiationEvent.java");

    @Test
    void codesAreWrittenOnce() {
        assertEquals(
                List.of(),
                Sources.java(EnumSet.allOf(Module.class))
                        .filter(source -> !HOMES.contains(source.name()))
                        .flatMap(source -> source.find(CODES::in))
                        .toList());
    }

    @Test
    void codesAreWrittenInNoResource() {
        assertEquals(
                List.of(),
                Sources.resources(EnumSet.allOf(Module.class))
                        .flatMap(source ->
                                CODES.quotedIn(source.text()).stream().map(code -> source.path() + ": " + code))
                        .toList());
    }

    @Test
    void noStoreKnowsTheCodesOfADelivery() {
        assertEquals(
                List.of(),
                Sources.java(STORES)
                        .flatMap(source -> source.find(DELIVERIES::in))
                        .toList());
        assertEquals(
                List.of(),
                Sources.resources(STORES)
                        .flatMap(source -> DELIVERIES.quotedIn(source.text()).stream())
                        .toList());
    }

    @Test
    void theHomesAreSeen() {
        Map<String, Integer> found = Sources.java(EnumSet.of(Module.DOMAIN))
                .filter(source -> HOMES.contains(source.name()))
                .collect(toMap(
                        SourceFile::name, source -> CODES.in(source.java()).size()));
        assertEquals(
                Map.of(
                        "NegotiationState.java",
                        NegotiationState.values().length,
                        "NegotiationEvent.java",
                        NegotiationEvent.values().length),
                found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = \"awaiting_reply\";",
                "a = \"UPDATE t SET active = state NOT IN ('agreed', 'x')\";",
                "a = \"\"\"\n  {\"state\": \"stopped\"}\"\"\";",
                "if (event.equals(\"send_counter\")) {}"
            })
    void aCodeIsSeen(String code) {
        assertEquals(1, CODES.in(JavaText.of(code)).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a = \"is paused, or was agreed\";",
                "// \"awaiting_reply\"\na = 1;",
                "a = \"a human's 'no'\";",
                "a = \"agreed_cpm\";"
            })
    void proseIsNot(String code) {
        assertEquals(List.of(), CODES.in(JavaText.of(code)));
    }

    @Test
    void aCodeInSqlIsSeenButNotInItsComments() {
        assertEquals(
                List.of("stopped"),
                CODES.quotedIn("-- not 'agreed'\nCREATE INDEX i ON t (a) WHERE state <> 'stopped'; -- 'stale'"));
    }
}
