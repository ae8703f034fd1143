package org.eccexplorer.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.util.List;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sheet says of labels and preparation goes with the name of the images, and back. */
class ReadingFieldsTest {
    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @Test
    void goesWithTheImagesAndBack() throws Exception {
        String images =
                "/a/x.npz#x?labels=/a/y.npy&labels-from=1&channel-order=chw&class-order=name"
                        + "&prepare=tf&expected-accuracy=92.5";
        ReadingFields fields = fx(() -> new ReadingFields(images, new Answers()));
        String plain = ReadingFields.without(images);
        assertThat(plain).isEqualTo("/a/x.npz#x");
        assertThat(fields.applied(plain)).isEqualTo(images);
        fx(() -> fields.preparation().setValue(""));
        fx(() -> fields.labels().text().setText(""));
        fx(() -> fields.expected().setText(" "));
        for (String key : List.of("labels-from", "channel-order", "class-order")) {
            fx(() -> fields.order(key).setValue(""));
        }
        assertThat(fields.applied(plain)).isEqualTo(plain);
        assertThat(fields.applied("b.npz")).isEqualTo("b.npz");
    }

    @Test
    void numbersOfOnesOwnTakeThePlaceOfAPreset() throws Exception {
        String images = "x.npz?scale=1/255&mean=0.5,0.4,0.3&std=0.25";
        ReadingFields fields = fx(() -> new ReadingFields(images, new Answers()));
        assertThat(fields.preparation().getValue()).isEqualTo("own");
        assertThat(fields.applied("x.npz")).isEqualTo(images);
        fx(() -> fields.number("mean").setText("0.1, 0.2, 0.3"));
        assertThat(fields.applied("x.npz")).contains("mean=0.1,0.2,0.3");
        fx(() -> fields.preparation().setValue("caffe"));
        assertThat(fields.applied("x.npz")).isEqualTo("x.npz?prepare=caffe");
    }
}
