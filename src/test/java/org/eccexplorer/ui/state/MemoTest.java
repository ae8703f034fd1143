package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoTest {
    @Test
    void aValueIsComputedOnceForAsLongAsItsArgumentStays() {
        List<Integer> computed = new ArrayList<>();
        Memo<Integer, String> memo =
                new Memo<>(number -> {
                    computed.add(number);
                    return "#" + number;
                });
        assertThat(memo.of(1000)).isEqualTo("#1000");
        assertThat(memo.of(1000)).isEqualTo("#1000");
        assertThat(memo.of(7)).isEqualTo("#7");
        assertThat(memo.of(1000)).isEqualTo("#1000");
        assertThat(computed).containsExactly(1000, 7, 1000);
    }
}
