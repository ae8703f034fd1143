package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Images in figures. */
class DataSummaryTest {
    private static LabelledImages images(float[] pixels, int... labels) {
        return new LabelledImages("x", new Shape(1, 2, 1), pixels, labels, List.of(), false);
    }

    @Test
    void classesRangeAndSpreadAreCounted() {
        DataSummary summary = DataSummary.of(images(new float[] {-1, 0, 0, 1, 3, 3}, 0, 2, 2), 4);
        assertThat(summary.images()).isEqualTo(3);
        assertThat(summary.perClass()).containsExactly(1, 0, 2, 0);
        assertThat(summary.missingClasses()).isEqualTo(2);
        assertThat(summary.low()).isEqualTo(-1);
        assertThat(summary.high()).isEqualTo(3);
        assertThat(summary.mean()).isCloseTo(1, within(1e-9));
        long[] bins = summary.histogram();
        assertThat(bins[0]).isEqualTo(1);
        assertThat(bins[bins.length / 4]).isEqualTo(2);
        assertThat(bins[bins.length / 2]).isEqualTo(1);
        assertThat(bins[bins.length - 1]).isEqualTo(2);
        assertThat(Arrays.stream(bins).sum()).isEqualTo(6);
    }

    @Test
    void imagesOfOneValueWithoutLabelsAreFine() {
        DataSummary summary = DataSummary.of(images(new float[] {2, 2, 2, 2}), 3);
        assertThat(summary.low()).isEqualTo(summary.high());
        assertThat(summary.histogram()[0]).isEqualTo(4);
        assertThat(summary.missingClasses()).isZero();
    }
}
