package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ClosedFormAccuracy;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.run.SharedWork;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.cli.arguments.Evaluation;
import org.eccexplorer.cli.arguments.OutputArguments;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.export.Comparison;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What is left of a run that is stopped: figures of one and the same images, or nothing. */
class StoppedRunTest {
    private static final int ALL = 60;
    private static final Settings SETTINGS =
            Settings.standard()
                    .withTimesteps(4)
                    .with(
                            ConversionOptions.ecc()
                                    .with(ConversionOptions.BATCH_NORM_CONSISTENCY, false)
                                    .with(ConversionOptions.EPSILON, 0.9));

    private final Cancellation cancellation = new Cancellation();
    private final PrintWriter err = new PrintWriter(new StringWriter());

    private static Prepared prepared(Experiment experiment) throws ProblemException {
        return Prepared.of(
                experiment.model(), experiment.calibration(), SETTINGS, new Cancellation());
    }

    private Evaluation evaluation(Experiment experiment, Prepared prepared) {
        return new Evaluation(
                prepared,
                experiment.test(),
                SharedWork.ofOne(),
                new OutputArguments(),
                err,
                cancellation);
    }

    /** As a run that was stopped after some images. */
    private RunSnapshot partial(Experiment experiment, Prepared prepared, int images)
            throws ProblemException {
        RunSnapshot done =
                new Evaluation(
                                prepared,
                                experiment.test().limit(images),
                                SharedWork.ofOne(),
                                new OutputArguments(),
                                err,
                                cancellation)
                        .simulated(Reading.PLAIN, List.of());
        return new RunSnapshot(
                done.images(),
                ALL,
                done.timesteps(),
                done.cnnRight(),
                done.right(),
                done.agreeing(),
                done.answers(),
                done.cnnAnswers(),
                done.outputs(),
                done.layers(),
                done.cost());
    }

    @Test
    void whatStandsBesideAPartialSimulationIsOfItsImages() throws ProblemException {
        Experiment experiment = Experiment.sample("fashion-mnist", ALL);
        Prepared prepared = prepared(experiment);
        RunSnapshot partial = partial(experiment, prepared, 7);
        cancellation.cancel();
        Evaluation evaluation = evaluation(experiment, prepared);
        Map<Integer, Double> closedForm = evaluation.closedFormAccuracy(List.of(2, 4), partial);
        assertThat(closedForm.keySet()).containsExactly(2, 4);
        closedForm.forEach((t, share) ->
                assertThat(share)
                        .isEqualTo(
                                ClosedFormAccuracy.at(
                                        prepared,
                                        experiment.test().limit(7),
                                        t,
                                        new Cancellation())));
        List<CnnStage> stages = evaluation.stages(experiment, partial);
        assertThat(stages).isNotEmpty();
        assertThat(stages.getFirst().accuracy()).isEqualTo(partial.cnnAccuracy());
        stages.forEach(stage ->
                assertThat(7 * stage.accuracy())
                        .isCloseTo(Math.rint(7 * stage.accuracy()), within(1e-9)));
    }

    @Test
    void beforeTheFirstImageThereIsNoResult() throws ProblemException {
        Experiment experiment = Experiment.sample("digits", 3);
        Prepared prepared = prepared(experiment);
        cancellation.cancel();
        Evaluation evaluation = evaluation(experiment, prepared);
        assertThatThrownBy(() -> evaluation.simulated(Reading.PLAIN, List.of()))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> evaluation.byClosedForm(List.of(4)))
                .isInstanceOf(CancellationException.class);
    }

    private static Comparison.Row row(Prepared prepared, RunSnapshot run) {
        return new Comparison.Row(
                ConversionOptions.ecc(), run, prepared.report(), "", List.of(), Map.of());
    }

    @Test
    void aComparisonSaysHowFarItCame() throws ProblemException {
        Experiment experiment = Experiment.sample("digits", 5);
        Prepared prepared = prepared(experiment);
        RunSnapshot whole = evaluation(experiment, prepared).simulated(Reading.PLAIN, List.of());
        Comparison.Row done = row(prepared, whole);
        Comparison.Row some = row(prepared, partial(experiment, prepared, 5));
        assertThat(CompareCommand.stopped(List.of(done), 1)).isEmpty();
        assertThat(CompareCommand.stopped(List.of(done), 8))
                .contains("Stopped: 1 of 8 combinations ran");
        assertThat(CompareCommand.stopped(List.of(done, some), 8))
                .contains("Stopped: 2 of 8 combinations ran, the last on 5 of 60 images");
    }
}
