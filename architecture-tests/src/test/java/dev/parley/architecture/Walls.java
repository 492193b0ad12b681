package dev.parley.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A test of the walls that its class has as constants: each holds in Parley, and each bites where it is broken. */
interface Walls {
    @TestFactory
    default Stream<DynamicTest> holds() {
        return each(Wall::holds);
    }

    @TestFactory
    default Stream<DynamicTest> bites() {
        return each(Wall::bites);
    }

    private Stream<DynamicTest> each(Consumer<Wall> test) {
        List<Wall> walls = Stream.of(getClass().getDeclaredFields())
                .filter(field -> field.getType() == Wall.class)
                .map(Walls::value)
                .toList();
        assertFalse(walls.isEmpty(), "a test of walls declares some");
        return walls.stream().map(wall -> dynamicTest(wall.description(), () -> test.accept(wall)));
    }

    private static Wall value(Field constant) {
        try {
            return (Wall) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a wall is a constant that is not private", e);
        }
    }
}
