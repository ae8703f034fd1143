package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatePartsTest {
    private final List<String> there = new ArrayList<>();
    private long now;

    private LateParts parts(long each) {
        List<Runnable> parts = new ArrayList<>();
        for (String name : List.of("top", "pages", "side")) {
            parts.add(() -> {
                there.add(name);
                now += each;
            });
        }
        return new LateParts(parts, () -> there.add("styled"), () -> now);
    }

    @Test
    void comeOneAtAPulseBehindWhatIsThereWhereEachTakesLong() {
        LateParts parts = parts(LateParts.SHARE);
        parts.next(true);
        assertThat(there).containsExactly("styled", "top", "styled");
        parts.next(true);
        assertThat(there).endsWith("pages", "styled").hasSize(5);
        assertThat(parts.areLeft()).isTrue();
        parts.next(true);
        assertThat(there).endsWith("side", "styled").hasSize(7);
        assertThat(parts.areLeft()).isFalse();
    }

    @Test
    void comeTogetherWhereTheyTakeNoTime() {
        LateParts parts = parts(LateParts.SHARE / 2);
        parts.next(true);
        assertThat(there).containsExactly("styled", "top", "styled", "pages", "styled");
        parts.next(true);
        assertThat(parts.areLeft()).isFalse();
    }

    @Test
    void comeAllAtOnceWhereNobodyLooksOn() {
        LateParts parts = parts(LateParts.SHARE);
        parts.next(false);
        assertThat(there).containsExactly("top", "pages", "side");
        assertThat(parts.areLeft()).isFalse();
    }
}
