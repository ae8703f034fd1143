package org.eccexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;

class LatePartsTest {
    private final List<String> there = new ArrayList<>();
    private long now;

    private LateParts parts(long each) {
        List<LateParts.Part> parts = new ArrayList<>();
        for (String name : List.of("top", "pages", "side")) {
            Group node = new Group();
            node.setId(name);
            parts.add(() -> {
                there.add(name);
                now += each;
                return List.of(node);
            });
        }
        return new LateParts(parts, node -> there.add("styled " + node.getId()), () -> now);
    }

    @Test
    void comeOneAtAPulseWhereEachTakesLong() {
        LateParts parts = parts(LateParts.SHARE);
        parts.next(true);
        assertThat(there).containsExactly("top", "styled top");
        parts.next(true);
        assertThat(there).endsWith("pages", "styled pages").hasSize(4);
        assertThat(parts.areLeft()).isTrue();
        parts.next(true);
        assertThat(there).endsWith("side", "styled side").hasSize(6);
        assertThat(parts.areLeft()).isFalse();
    }

    @Test
    void comeTogetherWhereTheyTakeNoTime() {
        LateParts parts = parts(LateParts.SHARE / 2);
        parts.next(true);
        assertThat(there).containsExactly("top", "styled top", "pages", "styled pages");
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
