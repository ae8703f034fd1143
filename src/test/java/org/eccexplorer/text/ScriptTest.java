package org.eccexplorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptTest {
    private static Script line(String text) {
        return new Script(text, false);
    }

    private static Script index(String text) {
        return new Script(text, true);
    }

    @Test
    void indicesOfSymbolsAreLowered() {
        assertThat(Script.of("V / V_thr · residual"))
                .containsExactly(line("V / V"), index("thr"), line(" · residual"));
        assertThat(Script.of("⌊S_T/V_thr + θ⌋"))
                .containsExactly(line("⌊S"), index("T"), line("/V"), index("thr"), line(" + θ⌋"));
        assertThat(Script.of("θ·V_thr.")).containsExactly(line("θ·V"), index("thr"), line("."));
        assertThat(Script.of("λ_before")).containsExactly(line("λ"), index("before"));
    }

    @Test
    void namesKeepTheirUnderscores() {
        for (String name :
                new String[] {"conv1_1", "X_test.npy", "my_model", "V_thr_2", "AV_thr", "b1_T"}) {
            assertThat(Script.of(name)).containsExactly(line(name));
        }
        assertThat(Script.of("")).isEmpty();
    }
}
