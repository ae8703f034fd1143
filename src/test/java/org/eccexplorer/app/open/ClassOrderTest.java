package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order of classes a CNN's answers fit their labels. */
class ClassOrderTest {
    @Test
    void findsTheOrderThatFitsMostAnswers() {
        int[] labels = {0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] answers = {2, 2, 0, 0, 0, 0, 1, 1, 1};
        ClassOrder order = ClassOrder.of(labels, answers, 3);
        assertThat(order.outputs()).containsExactly(2, 0, 1);
        assertThat(order.accuracy()).isEqualTo(8 / 9.0);
        assertThat(order.names(List.of("bag", "boot", "coat")))
                .containsExactly("boot", "coat", "bag");
    }

    @Test
    void whatIsLeftBelongsTogetherIfItIsOne() {
        int[] labels = {0, 0, 1, 1};
        int[] answers = {1, 1, 2, 2};
        ClassOrder order = ClassOrder.of(labels, answers, 3);
        assertThat(order.outputs()).containsExactly(1, 2, 0);
        assertThat(ClassOrder.of(labels, answers, 4).names(List.of("a", "b", "c", "d"))).isEmpty();
    }

    @Test
    void namesNeedAsManyClassesAndNoCommas() {
        ClassOrder order = ClassOrder.of(new int[] {0, 0}, new int[] {1, 1}, 2);
        assertThat(order.names(List.of("a", "b"))).containsExactly("b", "a");
        assertThat(order.names(List.of())).isEmpty();
        assertThat(order.names(List.of("a, b", "c"))).isEmpty();
    }
}
