package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PortionsTest {
    private final List<Integer> made = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @Test
    void whatIsMoreThanAPortionIsMadeInLaterPulsesInItsOrder() throws Exception {
        Portions portions = new Portions(4);
        fx(() -> {
            for (int i = 0; i < 10; i++) {
                int number = i;
                portions.when(() -> made.add(number));
            }
            assertThat(made).containsExactly(0, 1, 2, 3);
            Pulses.after(
                    1,
                    () -> {
                        sizes.add(made.size());
                        return made.size() == 10;
                    },
                    () -> {});
        });
        until(() -> made.size() == 10);
        assertThat(made).isEqualTo(IntStream.range(0, 10).boxed().toList());
        assertThat(fx(() -> List.copyOf(sizes))).startsWith(8);
        until(() -> {
            portions.when(() -> made.add(10));
            return true;
        });
        assertThat(made).endsWith(10);
    }
}
