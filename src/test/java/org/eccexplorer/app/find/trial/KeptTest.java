package org.eccexplorer.app.find.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTest {
    private final Kept<String, Integer> kept = new Kept<>(10);

    @Test
    void whatWasNotUsedForLongestGoes() {
        kept.put("a", 1, 4);
        kept.put("b", 2, 4);
        assertThat(kept.get("a")).contains(1);
        kept.put("c", 3, 4);
        assertThat(kept.get("a")).contains(1);
        assertThat(kept.get("b")).isEmpty();
        assertThat(kept.get("c")).contains(3);
    }

    @Test
    void anotherOfAKeyTakesItsPlace() {
        kept.put("a", 1, 8);
        kept.put("a", 2, 8);
        kept.put("b", 3, 2);
        assertThat(kept.get("a")).contains(2);
        assertThat(kept.get("b")).contains(3);
    }

    @Test
    void whatIsTooLargeIsNotKept() {
        kept.put("a", 1, 6);
        kept.put("b", 2, 11);
        assertThat(kept.get("a")).contains(1);
        assertThat(kept.get("b")).isEmpty();
    }
}
