package org.eccexplorer.lesson;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A lesson.
 *
 * @param id tells it from others; its progress is kept under it
 * @param idea what is understood at its end, in a sentence
 * @param scenes what it plays with; a page is of the first one unless it says otherwise
 * @param currents of a {@link Scene#SEQUENCE}, in units of V_thr
 * @param start what every input is at first
 * @param derived inputs that follow from others
 * @param notes for the teacher
 */
public record Lesson(
        String id,
        String title,
        int minutes,
        String idea,
        List<Scene> scenes,
        List<Double> currents,
        Optional<NetworkSpec> network,
        Map<String, Double> start,
        Map<String, Expression> derived,
        Map<String, Control> controls,
        Map<String, Question> questions,
        Map<String, Check> checks,
        List<LessonPage> pages,
        String notes) {

    /** What is read in two minutes. */
    public static final int MOST_WORDS = 180;

    public Lesson {
        scenes = List.copyOf(scenes);
        currents = List.copyOf(currents);
        start = Map.copyOf(start);
        derived = Map.copyOf(derived);
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
        questions = Map.copyOf(questions);
        checks = Map.copyOf(checks);
        pages = List.copyOf(pages);
    }

    /** The same with its pages. */
    Lesson withPages(List<LessonPage> read) {
        return new Lesson(
                id, title, minutes, idea, scenes, currents, network, start, derived, controls,
                questions, checks, read, notes);
    }

    /** A question by its name. */
    public Question question(String name) {
        return Objects.requireNonNull(questions.get(name));
    }

    /** A check by its name. */
    public Check check(String name) {
        return Objects.requireNonNull(checks.get(name));
    }

    /** Questions and checks in the order of the pages. */
    public List<String> tasks() {
        return pages.stream().flatMap(page -> page.tasks().stream()).toList();
    }

    /** The names of all numbers that a page asks for. */
    public Set<String> names(LessonPage page) {
        Set<String> names = new TreeSet<>();
        for (Part part : page.parts()) {
            switch (part) {
                case Part.Prose prose ->
                        prose.spans().forEach(span -> names.addAll(span.text().names()));
                case Part.Formula formula -> names.addAll(formula.line().names());
                case Part.Ask ask -> names.addAll(question(ask.question()).names());
                case Part.Hold hold -> names.addAll(check(hold.check()).names());
            }
        }
        return names;
    }

    /** How many words stand on a page: all that is read before anything is answered. */
    public int words(LessonPage page) {
        int words = Template.of(page.title().replaceAll("[{}]", "")).words();
        for (Part part : page.parts()) {
            words +=
                    switch (part) {
                        case Part.Prose prose ->
                                prose.spans().stream().mapToInt(span -> span.text().words()).sum();
                        case Part.Formula formula -> formula.line().words();
                        case Part.Ask ask -> words(question(ask.question()));
                        case Part.Hold hold -> check(hold.check()).ask().words();
                    };
        }
        return words;
    }

    private static int words(Question question) {
        return question.ask().words()
                + switch (question) {
                    case Question.Choice choice ->
                            choice.answers().stream().mapToInt(a -> a.say().words()).sum();
                    case Question.Draw draw -> 0;
                };
    }
}
