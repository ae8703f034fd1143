package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.eccexplorer.array.BytePixels;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.array.FloatPixels;
import org.eccexplorer.array.Pixels;
import org.eccexplorer.problem.Problem.Kind;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images as models were trained on them, as Keras and torchvision compute them. */
class PreparationTest {
    private static final Shape SHAPE = new Shape(1, 2, 3);
    private static final byte[] BYTES = {0, 51, 102, (byte) 153, (byte) 204, (byte) 255};

    private static LabelledImages images(Pixels pixels, boolean bytes) {
        return new LabelledImages("x", SHAPE, pixels, new int[0], List.of(), bytes);
    }

    private static float[] prepared(String said, LabelledImages images) throws ProblemException {
        Optional<Preparation> preparation = Preparation.of(DataSpec.of("x?" + said));
        return DataCheck.prepare(images, SHAPE, 2, false, preparation).image(0);
    }

    @ParameterizedTest
    @CsvSource({
        "prepare=bytes, 0 51 102 153 204 255",
        "prepare=unit, 0 0.2 0.4 0.6 0.8 1",
        "prepare=tf, -1 -0.6 -0.2 0.2 0.6 1",
        "prepare=caffe, -1.939 -65.779 -123.68 151.061 87.221 29.32",
        "prepare=torch, -2.11790393 -1.142857 -0.0266667 0.50218341 1.53571429 2.64",
        "prepare=cifar10, -1.98947368 -1.15893224 -0.17775229 0.43967611 1.30513347 2.11582569",
        "mean=0.5&std=0.5, -1 -0.6 -0.2 0.2 0.6 1",
        "'scale=1/51&mean=0,1,2', 0 0 0 3 3 3",
        "'std=2,4,8&scale=1', 0 12.75 12.75 76.5 51 31.875"
    })
    void isWhatTheFrameworksCompute(String said, String expected) throws ProblemException {
        float[] values = new float[6];
        for (int i = 0; i < 6; i++) {
            values[i] = Float.parseFloat(expected.split(" ", -1)[i]);
        }
        float[] halves = new float[6];
        for (int i = 0; i < 6; i++) {
            halves[i] = i / 5f;
        }
        for (LabelledImages images :
                List.of(
                        images(new BytePixels(BYTES), true),
                        images(new FloatPixels(halves), false))) {
            float[] found = prepared(said, images);
            for (int i = 0; i < 6; i++) {
                assertThat(found[i]).as("%s, %d", said, i).isCloseTo(values[i], within(2e-5f));
            }
        }
    }

    @Test
    void partsAndExtremesAreMappedToo() throws ProblemException {
        byte[] two = {0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110};
        LabelledImages images = images(new BytePixels(two), true);
        Preparation caffe = Preparation.of(DataSpec.of("x?prepare=caffe")).orElseThrow();
        LabelledImages whole = caffe.applied(images);
        assertThat(whole.range(1, 2).image(0)).containsExactly(whole.image(1));
        assertThat(whole.image(1)[0]).isEqualTo((float) (80 - 103.939));
        assertThat(whole.pixels().extremes().low()).isEqualTo((float) (0 - 123.68));
        assertThat(whole.pixels().extremes().high()).isEqualTo((float) (110 - 103.939));
    }

    @ParameterizedTest
    @CsvSource({
        "prepare=vgg, caffe",
        "scale=a, fractions",
        "scale=1/0, fractions",
        "std=0, other than 0",
        "prepare=mnist&mean=1, mnist"
    })
    void whatCannotBeDoneIsRefused(String said, String why) throws ProblemException {
        if (why.equals("mnist")) {
            assertThat(Preparation.of(DataSpec.of("x?" + said)).orElseThrow().name())
                    .isEqualTo(why);
            return;
        }
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class, () -> Preparation.of(DataSpec.of("x?" + said)));
        assertThat(e.problems().getFirst().kind()).isEqualTo(Kind.USAGE);
        assertThat(e.problems().getFirst().message()).contains(why);
    }

    @Test
    void valuesThatWerePreparedAlreadyAreNotPreparedAgain() {
        LabelledImages images = images(new FloatPixels(new float[] {-1, 0, 1, 0, 0, 0}), false);
        ProblemException e =
                catchThrowableOfType(ProblemException.class, () -> prepared("prepare=tf", images));
        assertThat(e.problems().getFirst().message()).contains("from \u22121.000 to 1.000");
    }
}
