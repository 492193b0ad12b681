package dev.parley.cli.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.documents.JsonText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestIdTest {
    /** The line, then the id as JSON. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"id\":7,\"op\"|7",
                "{\"op\":\"find\",\"id\":7,|7",
                "{ \"id\" : 1.50 , nonsense|1.50",
                "{\"id\":\"a\\\"b}\",\"id\":|\"a\\\"b}\"",
                "{\"id\":\"🎥\",\"op\":\"x\",\"op\":\"y\"}|\"🎥\"",
                "{\"context\":{\"id\":1},\"id\":2,|2",
                "{\"x\":[{\"id\":1}],\"id\":2,|2",
                "{\"x\":\"\\\\\",\"id\":2,|2",
                "{\"id\":12|null",
                "{\"id\":\"ab|null",
                "{\"id\":|null",
                "{\"id\"|null",
                "{\"id\":tru,|null",
                "{\"id\":true,|null",
                "{\"id\":[1,|null",
                "{\"id\":null,|null",
                "[{\"id\":1},|null",
                "{\"context\":{\"id\":1},|null",
                "\"id\":1,|null",
                "nonsense|null",
                "{\"x\":\"\\|null",
                "}}}{\"id\":1,|null"
            })
    void theIdOfALineIsMadeOutWhereItHasOne(String line, String id) {
        assertEquals(id, JsonText.write(RequestId.salvage(line)));
    }
}
