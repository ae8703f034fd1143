package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatePartsTest {
    private final List<String> there = new ArrayList<>();
    private final LateParts parts =
            new LateParts(List.of(() -> there.add("pages"), () -> there.add("side")));

    @Test
    void comeOneAtAPulseBehindWhatIsThereWhereSomebodyLooksOn() {
        parts.next(true);
        assertThat(there).isEmpty();
        parts.next(true);
        assertThat(there).containsExactly("pages");
        assertThat(parts.areLeft()).isTrue();
        parts.next(true);
        assertThat(there).containsExactly("pages", "side");
        assertThat(parts.areLeft()).isFalse();
    }

    @Test
    void comeAllAtOnceWhereNobodyDoes() {
        parts.next(false);
        assertThat(there).containsExactly("pages", "side");
        assertThat(parts.areLeft()).isFalse();
    }
}
