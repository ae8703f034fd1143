package org.eccexplorer.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Data of charts for other programs: a row per point, the run named. */
class ChartTablesTest {
    private static final SourceRun ECC = new SourceRun("ECC", 1000, 256);

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void linesHaveTheirBandAndTheLineOfTheCnn() {
        Band band = new Band(of(0.05, 0.4), of(0.15, 0.6));
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.logTimesteps(256),
                        ValueAxis.shares("accuracy, %"),
                        List.of(
                                Series.banded("ECC", Tint.run(0), of(1, 2), of(0.1, 0.5), band)
                                        .from(ECC),
                                Series.line("closed", Tint.run(0), of(4), of(Double.NaN))),
                        List.of(
                                new Reference("CNN 91.5 % · 1000 images", 0.915)
                                        .from("CNN", SourceRun.ofImages(1000))),
                        7);
        ChartTable table = ChartTables.of(chart);
        assertThat(table.names())
                .containsExactly(
                        "run",
                        "images",
                        "T",
                        "series",
                        "timestep",
                        "accuracy_share",
                        "low95",
                        "high95");
        assertThat(table.rows())
                .containsExactly(
                        List.of("ECC", 1000, 256, "ECC", 1L, 0.1, 0.05, 0.15),
                        List.of("ECC", 1000, 256, "ECC", 2L, 0.5, 0.4, 0.6),
                        List.of("", "", "", "closed", 4L, "", "", ""),
                        List.of("", 1000, "", "CNN", 1L, 0.915, "", ""),
                        List.of("", 1000, "", "CNN", 256L, 0.915, "", ""));
    }

    @Test
    void costsHaveTheTimestepThatTheyAreOf() {
        Chart chart =
                new Chart.Lines(
                        "Accuracy",
                        "",
                        Axis.cost("energy, µJ", 0.1, 10),
                        ValueAxis.shares("accuracy, %"),
                        List.of(Series.line("ECC", Tint.run(0), of(0.2, 0.4), of(0.1, 0.5))),
                        List.of(new Reference("CNN uses 3 µJ", 3, true)),
                        Double.NaN);
        ChartTable table = ChartTables.of(chart);
        assertThat(table.names())
                .containsExactly("series", "timestep", "energy_micro_j", "accuracy_share");
        assertThat(table.rows())
                .containsExactly(
                        List.of("ECC", 1, 0.2, 0.1),
                        List.of("ECC", 2, 0.4, 0.5),
                        List.of("CNN uses 3 µJ", "", 3.0, ""));
    }

    @Test
    void everyChartOfARunNamesItAndWhatItsValuesAreOf() {
        SourceRun layer = ECC.with("layer", "layer", "conv1");
        Chart scatter =
                new Chart.Scatter(
                                "a",
                                "",
                                "CNN, of λ",
                                "SNN",
                                Tint.run(0),
                                new float[] {0.5f},
                                new float[] {0.25f},
                                "")
                        .from(layer);
        assertThat(ChartTables.of(scatter).names())
                .containsExactly("run", "images", "T", "cnn_of_lambda", "snn", "layer");
        assertThat(ChartTables.of(scatter).rows())
                .containsExactly(List.of("ECC", 1000, 256, 0.5f, 0.25f, "conv1"));
        Chart histogram =
                new Chart.Histogram("h", "", "x", "y", 0, 1, Tint.run(0), new long[] {7})
                        .from(layer);
        assertThat(ChartTables.of(histogram).rows())
                .containsExactly(List.of("ECC", 1000, 256, 0.0, 1.0, 7L, "conv1"));
        Chart matrix =
                new Chart.Matrix("m", "", "class", "answer", List.of("a"), new int[][] {{3}})
                        .from(ECC.with("timestep", "timestep", 16));
        assertThat(ChartTables.of(matrix).rows())
                .containsExactly(List.of("ECC", 1000, 256, "a", "a", 3, 16));
    }

    @Test
    void barsAndBoxesNameTheirRun() {
        Chart errors =
                new Chart.Stacks(
                        "Errors",
                        "",
                        "mean, % of λ",
                        Categories.LAYERS,
                        List.of("conv1"),
                        0,
                        true,
                        "% of λ",
                        List.of("clipping", "quantisation"),
                        "mean |CNN − SNN|",
                        List.of(new BarGroup("ECC", Tint.run(0))),
                        List.of(new Bar(0, 0, of(0.1, 0.2), 0.25).from(ECC)));
        assertThat(ChartTables.of(errors).names())
                .containsExactly("run", "images", "T", "layer", "part", "mean_share_of_lambda");
        assertThat(ChartTables.of(errors).rows())
                .containsExactly(
                        List.of("ECC", 1000, 256, "conv1", "clipping", 0.1),
                        List.of("ECC", 1000, 256, "conv1", "quantisation", 0.2),
                        List.of("ECC", 1000, 256, "conv1", "mean |CNN − SNN|", 0.25));
        Chart rates =
                new Chart.Boxes(
                        "Rates",
                        "",
                        "rate",
                        List.of("conv1"),
                        0,
                        Tint.run(0),
                        List.of(new Box("ECC", 0, Tint.run(0), 0, 1, 2, 3, 4, 2.5).from(ECC)));
        assertThat(ChartTables.of(rates).names())
                .startsWith("run", "images", "T", "layer", "rate_low5")
                .endsWith("rate_mean");
        assertThat(ChartTables.of(rates).rows())
                .containsExactly(List.of("ECC", 1000, 256, "conv1", 0.0, 1.0, 2.0, 3.0, 4.0, 2.5));
    }

    @Test
    void namesOfColumnsAreForPrograms() {
        assertThat(ColumnNames.of("SNN − CNN, points")).isEqualTo("snn_minus_cnn_points");
        assertThat(ColumnNames.of("activation / λ")).isEqualTo("activation_per_lambda");
        assertThat(ColumnNames.of("mean |CNN − SNN|, share of λ"))
                .isEqualTo("mean_abs_cnn_minus_snn_share_of_lambda");
        assertThat(ColumnNames.of("accuracy, % of 1,000 images"))
                .isEqualTo("accuracy_percent_of_1_000_images");
    }

    /** Spikes have a column for their values only if some are not 1. */
    @Test
    void spikesBelowZeroAreListedWithTheirValues() {
        Train plain = Train.of(1, 7);
        Train signed = new Train(new int[] {2, 5}, new float[] {1, -0.5f});
        assertThat(plain.isPlain()).isTrue();
        assertThat(signed.isPlain()).isFalse();
        List<String> names = List.of("a", "b");
        Axis axis = Axis.timesteps(8);
        Chart.Raster values =
                new Chart.Raster("", "", axis, names, List.of(plain, signed), -1, Double.NaN);
        ChartTable table = ChartTables.of(values);
        assertThat(table.header()).containsExactly("neuron", "timestep", "spike");
        assertThat(table.rows()).contains(List.of("a", 7, 1.0), List.of("b", 5, -0.5));
        Chart.Raster ones =
                new Chart.Raster("", "", axis, names, List.of(plain, plain), -1, Double.NaN);
        assertThat(ChartTables.of(ones).header()).containsExactly("neuron", "timestep");
        assertThatIllegalArgumentException().isThrownBy(() -> new Train(new int[2], new float[1]));
    }
}
