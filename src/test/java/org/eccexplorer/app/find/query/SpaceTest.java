package org.eccexplorer.app.find.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.LambdaScope;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SpaceTest {
    private static final ConversionOptions ECC = ConversionOptions.ecc();

    private static final Candidate FREE = Candidate.free(ECC);

    private static Space space(Axis... axes) {
        return new Space(ECC, List.of(axes));
    }

    @Test
    void allCombinationsOfLeadingAxesAreTriedFirst() {
        List<Candidate> first = space(Axes.LAMBDA, Axes.SCOPE, Axes.THETA).first(100, 1);
        long coarse = Axes.LAMBDA.levels().stream().filter(Axis.Level::coarse).count();
        assertThat(first).hasSize((int) coarse * 2).doesNotHaveDuplicates();
        assertThat(first.getFirst()).isEqualTo(FREE);
        assertThat(first).allMatch(setting -> setting.conversion().theta() == 0.5);
    }

    @Test
    void onlyTheNeuronsThatAreAskedForAreTried() {
        Space space = space(Axes.neurons(List.of(Neurons.SIGNED)), Axes.LAMBDA);
        assertThat(space.start().neurons()).isEqualTo(Neurons.SIGNED);
        assertThat(space.first(100, 1))
                .startsWith(space.start())
                .allMatch(setting -> setting.neurons() == Neurons.SIGNED);
    }

    @Test
    void iterationIsTriedOnWhatDidWell() throws ProblemException {
        Space space = space(Axes.LAMBDA, Axes.ITERATION);
        assertThat(space.first(100, 1))
                .noneMatch(setting -> setting.conversion().lambdaRule() == LambdaRule.ITERATION);
        assertThat(
                        space.neighbours(
                                Candidate.free(ECC.with(ConversionOptions.LAMBDA_PERCENTILE, 99))))
                .filteredOn(setting -> setting.conversion().lambdaRule() == LambdaRule.ITERATION)
                .extracting(one -> one.conversion().lambdaFor())
                .containsExactly(8, 16, 32);
        assertThat(Axes.named(List.of("readout", "iteration")))
                .containsExactly(Axes.READ_OUT, Axes.ITERATION);
    }

    @Test
    void ofTooManyTheSeedDecides() {
        Space space = space(Axes.NEURONS, Axes.LAMBDA, Axes.SCOPE);
        List<Candidate> some = space.first(7, 1);
        assertThat(some).hasSize(7).doesNotHaveDuplicates().contains(FREE);
        assertThat(space.first(7, 1)).isEqualTo(some);
        assertThat(space.first(7, 2)).isNotEqualTo(some);
    }

    @Test
    void neighboursDifferAlongOneAxis() {
        Candidate setting =
                Candidate.free(
                        ECC.with(ConversionOptions.LAMBDA_PERCENTILE, 99)
                                .with(ConversionOptions.LAMBDA_SCOPE, LambdaScope.CHANNEL));
        List<Candidate> near = space(Axes.LAMBDA, Axes.SCOPE, Axes.THETA).neighbours(setting);
        assertThat(near).doesNotHaveDuplicates().doesNotContain(setting);
        assertThat(near)
                .filteredOn(one -> one.conversion().theta() != setting.conversion().theta())
                .hasSize(2)
                .allMatch(one -> one.conversion().lambdaPercentile() == 99);
        assertThat(near)
                .extracting(one -> one.conversion().lambdaPercentile())
                .contains(98.0, 99.5)
                .doesNotContain(97.0, 100.0);
        assertThat(near)
                .filteredOn(one -> one.conversion().lambdaScope() == LambdaScope.LAYER)
                .singleElement()
                .extracting(one -> one.conversion().lambdaPercentile())
                .isEqualTo(99.0);
    }

    @Test
    void eachValueOfAnAxisIsAnotherSetting() {
        for (Axis axis : all()) {
            assertThat(axis.levels().stream().map(level -> level.apply(FREE)))
                    .as(axis.key())
                    .doesNotHaveDuplicates();
            assertThat(axis.levelOf(FREE)).as(axis.key()).isZero();
        }
    }

    @Test
    void layersMayWaitWithNeuronsThatKeepTheirCharge() {
        Space space = space(Axes.NEURONS, Axes.SCHEDULE, Axes.LEAK, Axes.RESET);
        assertThat(space.first(100, 1))
                .filteredOn(Candidate::waits)
                .extracting(Candidate::neurons)
                .as("signed neurons would send what plain ones send")
                .containsExactly(Neurons.PLAIN, Neurons.MULTI);
        Candidate waiting = FREE.with(Schedule.SYNCHRONOUS);
        assertThat(space.neighbours(waiting))
                .contains(FREE)
                .doesNotContain(waiting)
                .allMatch(one -> one.conversion().dynamics().conservesCharge());
        assertThat(space.neighbours(FREE))
                .contains(waiting)
                .contains(Candidate.free(ECC.with(ConversionOptions.LEAK, 0.01)));
        assertThat(space(Axes.neurons(List.of(Neurons.SIGNED)), Axes.SCHEDULE).first(100, 1))
                .extracting(Candidate::machine)
                .containsExactly(
                        new Candidate.Machine(Neurons.SIGNED, Schedule.FREE),
                        new Candidate.Machine(Neurons.SIGNED, Schedule.SYNCHRONOUS));
    }

    private static List<Axis> all() {
        List<Axis> all = new ArrayList<>(Axes.ALL);
        all.add(Axes.NEURONS);
        return all;
    }

    @Test
    void theSizeIsTheNumberOfAllCombinations() {
        assertThat(space(Axes.SCOPE, Axes.THETA).size()).isEqualTo(6);
        assertThat(space().size()).isOne();
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThereAre() throws ProblemException {
        assertThat(Axes.named(List.of("theta", "lambda"))).containsExactly(Axes.LAMBDA, Axes.THETA);
        assertThatThrownBy(() -> Axes.named(List.of("lambda", "luck")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("luck")
                .hasMessageContaining("lambda,scope,calibration,theta");
    }
}
