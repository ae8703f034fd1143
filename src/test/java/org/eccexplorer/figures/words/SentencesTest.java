package org.eccexplorer.figures.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.run.LambdaStudy;
import org.eccexplorer.cli.CommandLineProgram;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.figures.SmallRuns;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.ErrorSplit;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final int[] NO_LABELS = {};

    private static SmallRuns runs = start();
    private static RunState ecc = SmallRuns.waiting(0);
    private static RunState plain = ecc;
    private static RunState unscaled = ecc;

    private static SmallRuns start() {
        try {
            return SmallRuns.digits();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void simulate() throws ProblemException {
        ecc = runs.run(0, o -> o);
        plain = runs.run(1, o -> o.with(ConversionOptions.RESIDUAL_ELIMINATION, false));
        unscaled = runs.run(2, o -> o.with(ConversionOptions.CURRENT_NORMALISATION, false));
    }

    private static double total(RunState run, ToDoubleFunction<ErrorSplit> part) {
        return run.snapshot().orElseThrow().layers().stream()
                .map(LayerMeasures::error)
                .mapToDouble(part)
                .sum();
    }

    private static double total(RunState run) {
        return total(run, split -> split.total().meanAbsolute());
    }

    @Test
    void theRemedyFitsTheSettings() {
        assertThat(Sentences.dominantCause(unscaled, false))
                .contains("activations above the scale cannot be represented; turn on CN");
        assertThat(total(unscaled, split -> split.clipping().meanAbsolute()))
                .isGreaterThan(total(ecc, split -> split.clipping().meanAbsolute()));
        assertThat(Sentences.dominantCause(plain, false))
                .contains("every neuron rounds down; TRE fixes that");
    }

    /** Outputs that never fire have no clip, however far above 1 their activations are. */
    @Test
    void noErrorBeginsInALayerWithoutSuchACause() {
        RunSnapshot measured = unscaled.snapshot().orElseThrow();
        assertThat(measured.layers().getLast().error().clipping().share()).isZero();
        assertThat(Sentences.dominantCause(unscaled, false)).doesNotContain("above all in digit");
        assertThat(Sentences.dominantCause(ecc, false)).doesNotContain("above all in digit");
    }

    @Test
    void beforeTheFirstImagesThereIsNothingToSay() {
        RunState waiting = SmallRuns.waiting(3);
        assertThat(Sentences.dominantCause(waiting, false))
                .isEqualTo("run 3 waits for the runs before it");
        assertThat(Sentences.comparison(ecc, waiting, 1, NO_LABELS))
                .isEqualTo("B: run 3 waits for the runs before it");
        RunState stopped = SmallRuns.stopped(4);
        assertThat(Sentences.dominantCause(stopped, false))
                .isEqualTo("run 4 has no images: it was stopped before the first.");
        assertThat(Sentences.comparison(stopped, ecc, 1, NO_LABELS))
                .isEqualTo("A: run 4 has no images: it was stopped before the first.");
    }

    @Test
    void theWorseRunIsCompared() {
        String times = Numbers.fixed(total(plain) / total(ecc), 1);
        assertThat(Sentences.comparison(ecc, plain, 1, NO_LABELS))
                .startsWith(
                        "B carries "
                                + times
                                + " times the error of A at T = 24 on 12 images (mean |CNN")
                .contains(" summed over the layers). It begins with ")
                .contains("every neuron rounds down; TRE fixes that");
        assertThat(Sentences.comparison(plain, ecc, 1, NO_LABELS))
                .startsWith(
                        "A carries " + times + " times the error of B at T = 24 on 12 images (");
        assertThat(Sentences.comparison(ecc, ecc, 1, NO_LABELS))
                .isEqualTo("At T = 24 on 12 images, A and B carry the same error to within 10 %.");
    }

    @Test
    void errorsOfUnlikeRunsAreNotCompared() throws ProblemException {
        RunState shorter = runs.run(4, SmallRuns.settings(o -> o).withTimesteps(12));
        assertThat(Sentences.comparison(ecc, shorter, 1, NO_LABELS))
                .isEqualTo(
                        "A and B are not of the same T and images, so their errors are not"
                                + " compared (A: T = 24, 12 images; B: T = 12, 12 images).");
        RunState partial = runs.stoppedAfter(5, 5, SmallRuns.settings(o -> o));
        assertThat(Sentences.comparison(partial, ecc, 1, NO_LABELS))
                .contains("(A: T = 24, " + partial.images() + " images; B: T = 24, 12 images)");
    }

    /** Anyone can work it out from two run.json, of which one is without CN. */
    @Test
    void theRatioIsThatOfTheFilesOfTheRuns() throws IOException {
        double with = written();
        double without = written("--no-cn");
        assertThat(Sentences.comparison(ecc, unscaled, 1, NO_LABELS))
                .startsWith(
                        "B carries " + Numbers.fixed(without / with, 1) + " times the error of");
    }

    /** Σ of layers[].errorSplit.total.meanAbsolute of a run of the command line. */
    private static double written(String... options) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("run", "--sample=digits", "--limit=" + SmallRuns.IMAGES));
        arguments.addAll(List.of("--timesteps=" + SmallRuns.TIMESTEPS, "--json"));
        arguments.addAll(List.of(options));
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out, true);
        int code = CommandLineProgram.execute(printer, printer, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("errorUnit").asText()).isEqualTo("lambda");
        return json.path("layers")
                .valueStream()
                .mapToDouble(
                        layer -> layer.at("/errorSplit/total/meanAbsolute").asDouble(Double.NaN))
                .sum();
    }

    @Test
    void answersThatOnlyOneRunGetsRightAreCounted() {
        int[] labels = runs.experiment().test().labels();
        RunSnapshot a = ecc.snapshot().orElseThrow();
        RunSnapshot b = plain.snapshot().orElseThrow();
        List<Integer> onlyA = new ArrayList<>();
        List<Integer> onlyB = new ArrayList<>();
        for (int i = 0; i < labels.length; i++) {
            boolean rightA = a.answers()[i][4] == labels[i];
            boolean rightB = b.answers()[i][4] == labels[i];
            if (rightA && !rightB) {
                onlyA.add(i);
            } else if (rightB && !rightA) {
                onlyB.add(i);
            }
        }
        assertThat(onlyA).isNotEmpty();
        assertThat(Sentences.comparison(ecc, plain, 5, labels))
                .endsWith(
                        " At t = 5, only A is right on "
                                + onlyA.size()
                                + " and only B on "
                                + onlyB.size()
                                + " of 12 images.");
    }

    @Test
    void lambdaDependsOnTheImageThatSetsIt() {
        LambdaStudy.Layer steady =
                new LambdaStudy.Layer("steady", new float[] {4, 4, 4, 4}, 4, 4, 4, 4);
        LambdaStudy.Layer frail =
                new LambdaStudy.Layer("frail", new float[] {2, 8, 1, 4}, 8, 8, 8, 8);
        assertThat(Sentences.lambda(new LambdaStudy(List.of(steady, frail), "")))
                .isEqualTo(
                        "Image 1 alone makes λ 100 % larger in frail; half of the images already"
                                + " give every λ to within 5 %, so there are enough.");
        LambdaStudy.Layer late =
                new LambdaStudy.Layer("late", new float[] {1, 2, 3, 4}, 4, 4, 4, 4);
        Matcher more =
                Pattern.compile("Image 3 alone makes λ 33 % larger in late; (.*)\\.")
                        .matcher(Sentences.lambda(new LambdaStudy(List.of(late), "")));
        assertThat(more.matches()).isTrue();
        assertThat(more.group(1))
                .isEqualTo(
                        "the second half of the images still raised a λ by 100 %, so more would"
                                + " help");
    }
}
