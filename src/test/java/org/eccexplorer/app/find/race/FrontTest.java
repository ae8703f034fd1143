package org.eccexplorer.app.find.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontTest {
    private record Thing(double cost, double worth) {}

    private static List<Thing> random(long seed) {
        Random random = new Random(seed);
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            // Few different values, so that some are equal.
            things.add(new Thing(random.nextInt(12), random.nextInt(12)));
        }
        return things;
    }

    private static List<Thing> front(List<Thing> things) {
        return Front.of(things, Thing::cost, Thing::worth);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothingCheaperIsBetterAndNothingElseIsMissing(long seed) {
        List<Thing> things = random(seed);
        List<Thing> front = front(things);
        for (Thing thing : things) {
            boolean dominated =
                    things.stream()
                            .anyMatch(other ->
                                    other.cost() <= thing.cost()
                                            && other.worth() >= thing.worth()
                                            && !other.equals(thing));
            assertThat(front.contains(thing)).as("%s", thing).isEqualTo(!dominated);
        }
        assertThat(front).doesNotHaveDuplicates();
        for (int i = 1; i < front.size(); i++) {
            assertThat(front.get(i).cost()).isGreaterThan(front.get(i - 1).cost());
            assertThat(front.get(i).worth()).isGreaterThan(front.get(i - 1).worth());
        }
    }

    @Test
    void ofNothingThereIsNoFront() {
        assertThat(front(List.of())).isEmpty();
    }

    @Test
    void aFrontIsThinnedWhereLeastIsLost() {
        Thing first = new Thing(1, 10);
        Thing little = new Thing(2, 11);
        Thing much = new Thing(3, 50);
        Thing last = new Thing(4, 51);
        List<Thing> all = List.of(first, little, much, last);
        assertThat(Front.thinned(all, 3, Thing::worth, List.of()))
                .containsExactly(first, much, last);
        assertThat(Front.thinned(all, 3, Thing::worth, List.of(little)))
                .containsExactly(first, little, last);
        assertThat(Front.thinned(all, 2, Thing::worth, List.of())).containsExactly(first, last);
        assertThat(Front.thinned(all, 1, Thing::worth, List.of())).containsExactly(first, last);
        assertThat(Front.thinned(all, 9, Thing::worth, List.of())).isEqualTo(all);
    }
}
