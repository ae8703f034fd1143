package org.eccexplorer.figures.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.ImageTrace;
import org.eccexplorer.app.run.Prepared;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.convert.ConversionOptions;
import org.junit.jupiter.api.Test;

class MapsContentTest {
    private static ImageTrace trace(Experiment experiment, Settings settings) throws Exception {
        Prepared prepared =
                Prepared.of(
                        experiment.model(), experiment.calibration(), settings, new Cancellation());
        return ImageTrace.of(prepared, experiment.test().image(0), 0, () -> false);
    }

    /** With CN a rate of 1 stands for λ, without for 1: only rate × scale / λ can be compared. */
    @Test
    void theDifferenceOfTwoRunsIsInUnitsOfLambda() throws Exception {
        Experiment experiment = Experiment.sample("digits", 1);
        Settings with = Settings.standard().withTimesteps(64);
        Settings without = with.with(ConversionOptions.CURRENT_NORMALISATION, false);
        MapsContent.Side a = new MapsContent.Side(trace(experiment, with), 0, 64);
        MapsContent.Side b = new MapsContent.Side(trace(experiment, without), 0, 64);
        int channels = a.own().shape().channels();
        assertThat(a.own().scale()).isNotEqualTo(b.own().scale());
        MapsContent shown = MapsContent.difference(new MapsContent.Key(List.of(a, b), -1, 3, 0), 6);
        float[] difference = shown.rows().getFirst().values();
        float most = 0;
        for (int i = 0; i < difference.length; i++) {
            double lambda = a.own().lambda()[i % channels];
            double expected = a.trace().rates(0, 64)[i] - b.trace().rates(0, 64)[i] / lambda;
            assertThat((double) difference[i]).isCloseTo(expected, within(1e-5));
            most = Math.max(most, Math.abs(difference[i]));
        }
        assertThat(most).isPositive().isEqualTo(shown.most());
        assertThat(shown.channels()).hasSizeLessThanOrEqualTo(6).doesNotHaveDuplicates();
        List<Object> row = shown.table().get().rows().get(3);
        assertThat((float) row.get(1) - (float) row.get(2)).isEqualTo((float) row.get(3));
        assertThat(shown.reading().apply(3)).startsWith(row.getFirst() + ": A ").contains(" = ");
    }

    /** The same CNN on the same image is the same picture, whatever the SNN is scaled by. */
    @Test
    void theCnnIsTheSameInEveryRun() throws Exception {
        Experiment experiment = Experiment.sample("digits", 1);
        Settings with = Settings.standard().withTimesteps(8);
        ImageTrace a = trace(experiment, with);
        ImageTrace b = trace(experiment, with.with(ConversionOptions.CURRENT_NORMALISATION, false));
        for (int layer = 0; layer < a.network().layers().size(); layer++) {
            MapsContent.Side one = new MapsContent.Side(a, layer, 8);
            MapsContent.Side other = new MapsContent.Side(b, layer, 8);
            assertThat(one.own().lambda()).isEqualTo(other.own().lambda());
            MapsContent first = MapsContent.rates(one.alone(-1, -1), 4);
            MapsContent second = MapsContent.rates(other.alone(-1, -1), 4);
            assertThat(first.rows().getFirst().values())
                    .isEqualTo(second.rows().getFirst().values());
            assertThat(first.channels()).isEqualTo(second.channels());
            boolean outputs = layer == a.network().layers().size() - 1;
            assertThat(first.rows().getFirst().signed())
                    .as("the current of outputs may be negative")
                    .isEqualTo(outputs);
        }
    }

    @Test
    void mapsOfOneRunShowWhatTheNetworksSay() throws Exception {
        ImageTrace trace =
                trace(Experiment.sample("digits", 1), Settings.standard().withTimesteps(16));
        MapsContent.Side side = new MapsContent.Side(trace, 0, 16);
        MapsContent shown = MapsContent.rates(side.alone(1, -1), 2);
        assertThat(shown.rows())
                .extracting(MapsContent.Row::signed)
                .containsExactly(false, false, true);
        assertThat(shown.rows().get(0).values()).isEqualTo(trace.activations().getFirst());
        assertThat(shown.rows().get(1).values()).isEqualTo(trace.rates(0, 16));
        assertThat(shown.channels()).containsExactly(1, 2);
        assertThat(shown.most()).isEqualTo(MapsContent.largest(side));
    }
}
