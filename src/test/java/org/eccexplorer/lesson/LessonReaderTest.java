package org.eccexplorer.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lesson files, good and broken ones. */
class LessonReaderTest {
    private static final Path DOCS = Path.of(System.getProperty("ecc.home", "."), "docs");

    private static final String GOOD =
            """
            ---
            title: A test
            minutes: 2
            scene: neuron
            start: {current: 0.25, T: 8, theta: 0}
            controls:
              current: {from: 0, to: 1, step: 0.25}
            questions:
              first:
                ask: How many?
                choices:
                  - {say: "{spikes}", right: spikes = 2, because: right}
                  - {say: none, because: wrong}
            checks:
              four:
                ask: Four of them.
                when: spikes = 4
                done: There.
                look: Look.
                change: More current.
                solution: {current: 0.5}
            ---
            # A page

            The current is **{current:2}**.

            > Try it.

            - one
            - two

            @question first
            @check four
            @control current
            @formula N = {spikes}
            @charts membrane, rate
            @see neuron 1
            """;

    private static Lesson read(String text) throws ProblemException {
        return LessonReader.read("t", "t.md", text, "digits"::equals);
    }

    @Test
    void aLessonIsRead() throws Exception {
        Lesson lesson = read(GOOD);
        assertThat(lesson.title()).isEqualTo("A test");
        assertThat(lesson.scenes()).containsExactly(Scene.NEURON);
        assertThat(lesson.start()).isEqualTo(Map.of("current", 0.25, "T", 8.0, "theta", 0.0));
        assertThat(lesson.controls().get("current").stops())
                .containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        LessonPage page = lesson.pages().getFirst();
        assertThat(page.title()).isEqualTo("A page");
        assertThat(page.tasks()).containsExactly("first", "four");
        assertThat(page.charts()).containsExactly("membrane", "rate");
        assertThat(page.see()).contains(new LessonPage.See(LessonPage.Place.NEURON, 1));
        assertThat(page.line()).isEqualTo(23);
        assertThat(page.parts())
                .filteredOn(Part.Prose.class::isInstance)
                .map(part -> ((Part.Prose) part).kind())
                .containsExactly(
                        Part.Kind.PLAIN, Part.Kind.CALLOUT, Part.Kind.BULLET, Part.Kind.BULLET);
        assertThat(lesson.names(page)).containsExactlyInAnyOrder("current", "spikes");
        assertThat(lesson.words(page)).isEqualTo(19);
    }

    /** A line is replaced; the fault is there or so many lines below. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "title: A test| |1|title",
                "minutes: 2|minutes: soon|0|number",
                "minutes: 2|minutes: 90|0|out of range",
                "minutes: 2|hours: 2|0|hours",
                "scene: neuron|scene: brain|0|brain",
                "scene: neuron|scene: network|0|network",
                "scene: neuron|scene: sequence|0|currents",
                "minutes: 2|network: {model: brain}|0|bundled",
                "start: {current: 0.25, T: 8, theta: 0}|start: {current: 0.25, T: 8, theta|1|YAML",
                "start: {current: 0.25, T: 8, theta: 0}|start: {current: x}|0|number",
                "  current: {from: 0, to: 1, step: 0.25}|  curent: {from: 0, to: 1, step: 0.25}|0|curent",
                "  current: {from: 0, to: 1, step: 0.25}|  current: {from: 1, to: 0, step: 0.25}|0|range",
                "  current: {from: 0, to: 1, step: 0.25}|  current: {values: [1]}|0|between",
                "    when: spikes = 4|    when: spiks = 4|0|spiks",
                "    when: spikes = 4|    when: spikes = |0|early",
                "    when: spikes = 4|    when: (spikes = 4|0|unexpected",
                "    done: There.|    done: x {spikes|0|brace",
                "    solution: {current: 0.5}|    solution: {amps: 0.5}|0|amps",
                "      - {say: none, because: wrong}| |-2|answers",
                "The current is **{current:2}**.|The current is {amps}.|0|amps",
                "The current is **{current:2}**.|<b>The</b> current|0|place",
                "The current is **{current:2}**.|1. one|0|place",
                "@question first|@question second|0|second",
                "@check four|@check five|0|five",
                "@control current|@control T|0|T",
                "@formula N = {spikes}|@formla N = {spikes}|0|formla",
                "@charts membrane, rate|@charts membrane, pie|0|pie",
                "@see neuron 1|@see moon|0|moon",
                "@see neuron 1|@set current|0|setting",
                "@see neuron 1|see neuron 1|0|@",
            })
    void whatIsBrokenIsRefusedWithLineAndReason(
            String line, String broken, int below, String reason) {
        assertThat(GOOD).contains(line);
        long at =
                GOOD.substring(0, GOOD.indexOf(line)).chars().filter(c -> c == '\n').count()
                        + 1
                        + below;

        String text = GOOD.replace(line, broken == null ? "" : broken);
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text));
        assertThat(refusal).isNotNull();
        assertThat(refusal.problems()).extracting(Problem::kind).containsOnly(Problem.Kind.CORRUPT);
        assertThat(refusal.problems())
                .as(refusal.getMessage())
                .anyMatch(problem ->
                        problem.where().equals("t.md, line " + at)
                                && (problem.what() + " " + problem.why()).contains(reason));
    }

    @Test
    void whatHasNoHeaderOrNoPageIsRefused() {
        assertThatThrownBy(() -> read("# A page\n")).hasMessageContaining("t.md, line 1");
        assertThatThrownBy(() -> read("")).hasMessageContaining("t.md, line 1");
        assertThatThrownBy(() -> read("---\n---\n")).hasMessageContaining("empty");
        String header = GOOD.substring(0, GOOD.indexOf("# A page"));
        assertThatThrownBy(() -> read(header)).hasMessageContaining("no page");
        assertThatThrownBy(() -> read(header + "words\n"))
                .hasMessageContaining("before the first heading");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = GOOD.replace("spikes = 4", "spiks = 4").replace("@see neuron 1", "@see moon");
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text));
        assertThat(refusal.problems()).hasSize(2);
    }

    @Test
    void theExampleOfTheDocumentationIsALesson() throws Exception {
        String page = Files.readString(DOCS.resolve("lessons.md"));
        String fence = "````markdown\n";
        int start = page.indexOf(fence) + fence.length();
        String example = page.substring(start, page.indexOf("````", start));
        assertThat(read(example).pages()).isNotEmpty();
    }

    /** Every name that a file can use is described. */
    @Test
    void theDocumentationNamesEverything() throws IOException {
        String page = Files.readString(DOCS.resolve("lessons.md"));
        for (Scene scene : Scene.values()) {
            List<Scene> one = List.of(scene);
            assertThat(Scene.inputs(one, true)).allMatch(name -> page.contains("`" + name + "`"));
            assertThat(Scene.values(one, true)).allMatch(name -> page.contains("`" + name + "`"));
            assertThat(Scene.charts(one, true)).allMatch(name -> page.contains("`" + name + "`"));
        }
        assertThat(
                        Arrays.stream(LessonPage.Place.values())
                                .map(place -> place.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()))
                .allMatch(name -> page.contains("`" + name + "`"));
    }

    @Test
    void valuesHaveAsManyNamesAsThereAre() throws Exception {
        String named = "values: [0, 1], names: [at the start, spread]";
        String text = ShippedLessons.text(3);
        String control = "values: [0, 1], names: [at the start, spread over T]";
        assertThat(text).contains(control);
        Lesson lesson = read(text.replace(control, named));
        assertThat(lesson.controls().get("spread").names())
                .containsExactly("at the start", "spread");
        assertThat(lesson.controls().get("T").names()).isEmpty();
        assertThatThrownBy(() -> read(text.replace(control, named.replace(", spread", ""))))
                .hasMessageContaining("names of the values do not fit");
    }
}
