package org.eccexplorer.array;

import static org.assertj.core.api.Assertions.assertThat;

import org.eccexplorer.array.DataSpec.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSpecTest {
    @Test
    void takesApartWhatAUserWrites() {
        assertThat(DataSpec.of("a/b.npz#x,y@3:50"))
                .isEqualTo(new DataSpec("a/b.npz", "x,y", new Range(3, 50)));
        assertThat(DataSpec.of("mnist#train")).isEqualTo(new DataSpec("mnist", "train", null));
        assertThat(DataSpec.of("b.npz@0:1")).isEqualTo(new DataSpec("b.npz", "", new Range(0, 1)));
    }

    /** A # in the name of a folder begins no part; in HDF5 a part may be a path. */
    @Test
    void tellsFoldersFromArrays() {
        assertThat(DataSpec.of("my#folder/b.npz").file()).isEqualTo("my#folder/b.npz");
        assertThat(DataSpec.of("my#folder/b.npz#x").part()).isEqualTo("x");
        assertThat(DataSpec.of("b.h5#test/images").part()).isEqualTo("test/images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "b", "a/b.npz#x,y@3:50", "b@0:1", "b@0", "b@x:1", "C:\\a#b\\c.npy#d"})
    void comesBackAsItWasWritten(String text) {
        assertThat(DataSpec.of(text)).hasToString(text);
    }

    @Test
    void partsOfAPartCountFromItsFirstImage() {
        assertThat(DataSpec.of("b.npz").within(2, 5)).hasToString("b.npz@2:5");
        assertThat(DataSpec.of("b.npz#x@100:200").within(2, 5)).hasToString("b.npz#x@102:105");
    }

    @Test
    void isShortWithoutItsFolders() {
        assertThat(DataSpec.of("/a/b.h5#t/x@0:3").shortened()).hasToString("b.h5#t/x@0:3");
        assertThat(DataSpec.of("C:\\a\\b.npz").shortened()).hasToString("b.npz");
    }

    @Test
    void whatStandsBehindAQuestionMarkSaysHowToRead() {
        DataSpec spec = DataSpec.of("/a/x.npz#x@1:3?labels=/b/y%26z.npz#y&labels-from=1");
        assertThat(spec.file()).isEqualTo("/a/x.npz");
        assertThat(spec.range()).isEqualTo(new Range(1, 3));
        assertThat(spec.said(DataSpec.LABELS)).isEqualTo("/b/y&z.npz#y");
        assertThat(spec).hasToString("/a/x.npz#x@1:3?labels=/b/y%26z.npz#y&labels-from=1");
        assertThat(spec.shortened()).hasToString("x.npz#x@1:3?labels=y%26z.npz#y&labels-from=1");
        assertThat(DataSpec.of("what?.npz").file()).isEqualTo("what?.npz");
        assertThat(spec.with(DataSpec.LABELS, "").with(DataSpec.LABELS_FROM, ""))
                .hasToString("/a/x.npz#x@1:3");
        assertThat(DataSpec.of("c.npz").readLike(spec)).hasToString("c.npz?labels-from=1");
    }
}
