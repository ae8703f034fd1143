package org.eccexplorer.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

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
        String images = "/a/x.npz#x?labels-from=1&labels=/a/y.npy&prepare=tf";
        ReadingFields fields = fx(() -> new ReadingFields(images, new Answers()));
        String plain = ReadingFields.without(images);
        assertThat(plain).isEqualTo("/a/x.npz#x?labels-from=1");
        assertThat(fields.applied(plain)).isEqualTo(images);
        fx(() -> fields.preparation().setValue(""));
        fx(() -> fields.labels().text().setText(""));
        assertThat(fields.applied(plain)).isEqualTo(plain);
        assertThat(fields.applied("b.npz")).isEqualTo("b.npz");
    }
}
