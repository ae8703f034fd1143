package org.eccexplorer.lesson;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a learner predicts before it is shown. */
public sealed interface Question {
    /** What is asked. */
    Template ask();

    /** Charts that would give the answer away: they are shown once there is one. */
    Set<String> hides();

    /** The names of all numbers that it asks for. */
    default Set<String> names() {
        Set<String> names = new TreeSet<>(ask().names());
        switch (this) {
            case Choice choice ->
                    choice.answers()
                            .forEach(answer -> {
                                names.addAll(answer.say().names());
                                names.addAll(answer.right().names());
                                names.addAll(answer.because().names());
                            });
            case Draw draw -> names.addAll(draw.because().names());
        }
        return names;
    }

    /**
     * One of several answers.
     *
     * @param answers in the order in which they are offered
     */
    record Choice(Template ask, Set<String> hides, List<Answer> answers) implements Question {
        public Choice {
            hides = Set.copyOf(hides);
            answers = List.copyOf(answers);
        }
    }

    /**
     * An answer that is offered.
     *
     * @param right whether it is, computed where the page begins
     * @param because what is said of it once it is chosen
     */
    record Answer(Template say, Expression right, Template because) {}

    /**
     * A curve that is drawn before the program draws its own.
     *
     * @param curve name of the chart whose line it is
     * @param within right if it is no farther from the program's on average
     * @param because what is said once both are there
     */
    record Draw(Template ask, String curve, double within, Template because) implements Question {
        @Override
        public Set<String> hides() {
            return Set.of(curve);
        }
    }
}
