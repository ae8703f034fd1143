package org.eccexplorer.dataset.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.Random;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;

/** One picture, scaled. */
class PictureFileTest {
    /** Of a large picture only the rows that scaling looks at are converted. */
    @Test
    void scalesAsIfEveryRowWereConverted() {
        Random random = new Random(5);
        int[] types = {
            BufferedImage.TYPE_BYTE_GRAY,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_USHORT_GRAY,
            BufferedImage.TYPE_4BYTE_ABGR
        };
        for (int round = 0; round < 120; round++) {
            BufferedImage picture =
                    new BufferedImage(
                            1 + random.nextInt(round < 60 ? 40 : 300),
                            1 + random.nextInt(round < 60 ? 40 : 300),
                            types[round % types.length]);
            WritableRaster raster = picture.getRaster();
            for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
                for (int band = 0; band < raster.getNumBands(); band++) {
                    raster.setSample(
                            i % picture.getWidth(),
                            i / picture.getWidth(),
                            band,
                            random.nextInt(256));
                }
            }
            Shape target = new Shape(1 + random.nextInt(30), 1 + random.nextInt(30), 3);
            assertThat(PictureFile.bytes(picture, target))
                    .as("%s of %d rows", target, picture.getHeight())
                    .isEqualTo(PictureFile.bytes(PlainColours.of(picture), target));
        }
    }
}
