package org.eccexplorer.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every dense backend against the scalar reference on random shapes, the odd ones among them. */
class DenseBackendTest {
    private static final int[] SIZES = {
        1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 64, 65, 100
    };

    /** Around pieces of the right factor that are added one after the other. */
    private static final int[] DEPTHS = {255, 256, 257, 511, 513, 600};

    private final Random random = new Random(11);

    private float[] values(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private int size() {
        return SIZES[random.nextInt(SIZES.length)];
    }

    @Test
    void vectorsGiveTheBitsOfTheReference() {
        for (int round = 0; round < 300; round++) {
            int m = size();
            int k = round % 5 == 0 ? DEPTHS[random.nextInt(DEPTHS.length)] : size();
            int n = size();
            float[] a = values(m * k + 3);
            float[] b = values(k * n);
            float[] expected = values(m * n + 5);
            float[] found = expected.clone();
            new ScalarBackend().prepare(b, k, n).multiplyAdd(m, a, 3, expected, 5);
            new VectorBackend().prepare(b, k, n).multiplyAdd(m, a, 3, found, 5);
            assertThat(Arrays.equals(found, expected)).as("%d × %d × %d", m, k, n).isTrue();
        }
    }

    @Test
    void aRowDoesNotDependOnItsBatch() {
        float[] a = values(9 * 40);
        float[] b = values(40 * 50);
        DenseBackend.RightFactor factor = new VectorBackend().prepare(b, 40, 50);
        float[] together = new float[9 * 50];
        factor.multiplyAdd(9, a, 0, together, 0);
        float[] alone = new float[9 * 50];
        for (int i = 0; i < 9; i++) {
            factor.multiplyAdd(1, a, i * 40, alone, i * 50);
        }
        assertThat(alone).isEqualTo(together);
    }

    @Test
    void nd4jAgrees() {
        DenseBackend backend = Fetched.nd4j();
        for (int round = 0; round < 20; round++) {
            int m = size();
            int k = size();
            int n = size();
            float[] a = values(m * k + 3);
            float[] b = values(k * n);
            float[] expected = values(m * n + 5);
            float[] found = expected.clone();
            new ScalarBackend().prepare(b, k, n).multiplyAdd(m, a, 3, expected, 5);
            backend.prepare(b, k, n).multiplyAdd(m, a, 3, found, 5);
            for (int i = 0; i < found.length; i++) {
                assertThat(found[i]).isCloseTo(expected[i], within(1e-5f * k));
            }
        }
    }
}
