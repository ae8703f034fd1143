package org.eccexplorer.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.eccexplorer.lesson.Lesson;
import org.junit.jupiter.api.Test;

/** The best score of a puzzle is kept, and only where its condition is met. */
class ScoreTest {
    private static final String PUZZLE =
            """
            ---
            title: Few timesteps
            scene: neuron
            start: {current: 0.5, T: 20, theta: 0}
            controls:
              T: {label: T, from: 1, to: 20, step: 1}
            checks:
              few:
                ask: Send 2 spikes in as few timesteps as you can.
                when: spikes >= 2 and T < 20
                done: "{T}"
                look: Look.
                change: Change.
                solution: {T: 10}
                score: T
            ---
            # Page

            @check few
            @control T
            @charts membrane
            """;

    private static Lesson lesson() throws Exception {
        return LessonFiles.read("puzzle.md", PUZZLE);
    }

    @Test
    void theLowestIsKept() throws Exception {
        LessonState state = new LessonState(lesson(), Progress.NONE);
        assertThat(state.best("few")).isEmpty();
        state.set("T", 10);
        assertThat(state.best("few")).contains(10.0);
        state.set("T", 12);
        assertThat(state.best("few")).contains(10.0);
        state.set("T", 4);
        assertThat(state.best("few")).contains(4.0);
        state.set("T", 3);
        assertThat(state.now().of("spikes")).isEqualTo(1);
        assertThat(state.best("few")).contains(4.0);
        assertThat(state.progress()).isEqualTo(new Progress(Set.of("few"), Map.of("few", 4.0)));
        assertThat(AnswersCsv.of(state.attempts()).lines())
                .containsExactly(
                        "lesson,page,task,answer,right,hints,score",
                        "puzzle.md,1,few,T=10 current=0.5 theta=0,true,0,10",
                        "puzzle.md,1,few,T=4 current=0.5 theta=0,true,0,4");
    }

    /** It is an answer like others, once; only a better one is another. */
    @Test
    void whatWasReachedBeforeHasToBeBeaten() throws Exception {
        Progress before = new Progress(Set.of("few"), Map.of("few", 5.0));
        LessonState state = new LessonState(lesson(), before);
        state.set("T", 6);
        state.set("T", 7);
        state.set("T", 6);
        assertThat(state.attempts()).hasSize(1);
        assertThat(state.progress()).isEqualTo(before);
        state.set("T", 4);
        assertThat(state.attempts()).hasSize(2);
        assertThat(state.best("few")).contains(4.0);
        state.forget();
        assertThat(state.progress()).isEqualTo(Progress.NONE);
    }
}
