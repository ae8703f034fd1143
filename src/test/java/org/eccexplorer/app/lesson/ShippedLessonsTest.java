package org.eccexplorer.app.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonPage;
import org.eccexplorer.lesson.NetworkSpec;
import org.eccexplorer.lesson.Question;
import org.eccexplorer.lesson.ShippedLessons;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shipped lesson, gone through without a window: what it asks, accepts and refuses. */
class ShippedLessonsTest {
    private static final Map<NetworkSpec, NetworkScene> NETWORKS = new HashMap<>();

    private static LessonState begin(int number) {
        Lesson lesson = ShippedLessons.lesson(number);
        Optional<NetworkScene> network =
                lesson.network().map(spec -> NETWORKS.computeIfAbsent(spec, NetworkScene::new));
        return new LessonState(lesson, network, Progress.NONE);
    }

    private static void run(LessonState state) throws Exception {
        if (state.needsRun()) {
            state.network()
                    .orElseThrow()
                    .compute(state.now().wanted().orElseThrow(), new Cancellation());
            state.update();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyTaskIsOpenAtFirstAndHasASolution(int number) throws Exception {
        LessonState state = begin(number);
        Lesson lesson = state.lesson();
        for (int p = 0; p < lesson.pages().size(); p++) {
            state.turn(p);
            run(state);
            for (String task : state.page().tasks()) {
                assertThat(state.isDone(task)).as(task).isFalse();
                if (lesson.checks().containsKey(task)) {
                    for (int i = 0; i < LessonState.HINTS; i++) {
                        assertThat(state.isDone(task)).as(task).isFalse();
                        state.hint(task);
                    }
                    run(state);
                    assertThat(state.holds(task))
                            .as("%s with %s", task, lesson.check(task).solution())
                            .isTrue();
                    state.reset();
                } else {
                    answer(state, task);
                }
                assertThat(state.isDone(task)).as(task).isTrue();
            }
        }
        assertThat(state.progress().done()).containsExactlyInAnyOrderElementsOf(lesson.tasks());
    }

    private static void answer(LessonState state, String task) {
        Question question = state.lesson().question(task);
        assertThat(state.isReady(question)).isTrue();
        switch (question) {
            case Question.Choice choice -> {
                List<Boolean> right = choice.answers().stream().map(state::isRight).toList();
                assertThat(right).as(task).containsOnlyOnce(true).contains(false);
                assertThat(state.choose(task, right.indexOf(false))).isFalse();
                assertThat(state.isDone(task)).isFalse();
                assertThat(state.choose(task, right.indexOf(true))).isTrue();
                assertThat(choice.answers().stream().map(a -> a.say().at(state.asked()::of)))
                        .as("answers that can be told apart")
                        .doesNotHaveDuplicates();
            }
            case Question.Draw draw -> {
                Curve own = Curve.of(state.asked(), draw.curve());
                double[] flat = new double[own.x().length];
                assertThat(state.draw(task, new Curve(own.x(), flat))).isFalse();
                assertThat(state.isDone(task)).isFalse();
                assertThat(state.draw(task, own)).isTrue();
            }
        }
    }

    @Test
    void noPageTakesLongerToReadThanTwoMinutes() {
        for (Lesson lesson : ShippedLessons.all()) {
            for (LessonPage page : lesson.pages()) {
                assertThat(lesson.words(page))
                        .as("%s, %s", lesson.title(), page.title())
                        .isLessThanOrEqualTo(Lesson.MOST_WORDS);
            }
        }
    }

    @Test
    void everyLessonAsksForAPredictionAndLetsSomethingBeMoved() {
        for (Lesson lesson : ShippedLessons.all()) {
            assertThat(lesson.questions()).as(lesson.title()).isNotEmpty();
            assertThat(lesson.checks()).as(lesson.title()).isNotEmpty();
            assertThat(lesson.pages()).anyMatch(page -> page.see().isPresent());
            assertThat(lesson.idea()).isNotEmpty();
        }
    }
}
