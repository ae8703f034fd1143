package org.eccexplorer.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of images as MNIST, fer2013 and Kaggle pass them on. */
class TableImagesTest {
    private static final Shape SHAPE = new Shape(2, 2, 1);

    @TempDir private Path folder = Path.of("");

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private LabelledImages open(String text) throws IOException, ProblemException {
        return DataSets.open(write("x.csv", text).toString(), SHAPE);
    }

    private Problem problem(String spec) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> DataSets.open(spec, SHAPE));
        assertThat(refused).isNotNull();
        return refused.problems().getFirst();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label,1x1,1x2,2x1,2x2\n7,0,128,255,3\n2,9,8,7,6\n",
                "7,0,128,255,3\n2,9,8,7,6",
                "\ufeff7,0,128,255,3\r\n\r\n2,9,8,7,6\r\n",
                "pixel0,pixel1,pixel2,pixel3,class\n0,128,255,3,7\n9,8,7,6,2\n",
                "id;label;a;b;c;d\n0;7;0;128;255;3\n1;2;9;8;7;6\n",
                "\"label\",\"a\",\"b\",\"c\",\"d\"\n\"7\",0,128,255,3\n\"2\",9,8,7,6\n",
                "7\t0\t128\t255\t3\n2\t9\t8\t7\t6\n",
                "emotion,pixels\n7,0 128 255 3\n2,9 8 7 6\n",
            })
    void imagesAndLabelsAreFound(String text) throws IOException, ProblemException {
        LabelledImages images = open(text);
        assertThat(images.labels()).containsExactly(7, 2);
        assertThat(images.image(0)).containsExactly(0, 128, 255, 3);
        assertThat(images.image(1)).containsExactly(9, 8, 7, 6);
        assertThat(images.bytes()).isTrue();
    }

    /** As sequences are passed on: fractions, and the class last. */
    @Test
    void fractionsAreNoLabels() throws IOException, ProblemException {
        LabelledImages images = open("0.5,-0.25,2,3,1\n0.75,1,2,4,0\n");
        assertThat(images.labels()).containsExactly(1, 0);
        assertThat(images.image(0)).containsExactly(0.5f, -0.25f, 2, 3);
        assertThat(open("1,0.5,0.25,2,3\n0,1,2,4,5\n").labels()).containsExactly(1, 0);
    }

    @Test
    void imagesWithoutLabelsAndValuesThatAreNoBytes() throws IOException, ProblemException {
        LabelledImages images = open("pixel0,pixel1,pixel2,pixel3\n0,0.5,1,-2e-1\n");
        assertThat(images.labels()).isEmpty();
        assertThat(images.image(0)).containsExactly(0, 0.5f, 1, -0.2f);
        assertThat(images.bytes()).isFalse();
        assertThat(open("0,1,1,0\n").bytes()).as("0 and 1 are no bytes").isFalse();
    }

    @Test
    void labelsInTheLastColumnWithoutNames() throws IOException, ProblemException {
        LabelledImages images = open("0,4,5,6,3\n0,1,2,3,1\n");
        assertThat(images.labels()).containsExactly(3, 1);
    }

    @Test
    void rowsForTheTestAreTakenAndSaid() throws IOException, ProblemException {
        String text =
                "emotion,pixels,Usage\n0,1 2 3 4,Training\n1,5 6 7 8,PublicTest\n"
                        + "2,9 10 11 12,PrivateTest\n";
        LabelledImages images = open(text);
        assertThat(images.labels()).containsExactly(2);
        assertThat(images.notes().said()).singleElement().asString().contains("PrivateTest");
        LabelledImages training = DataSets.open(folder.resolve("x.csv") + "#Training", SHAPE);
        assertThat(training.labels()).containsExactly(0);
        assertThat(training.image(0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void partsGzipAndTextLabels() throws IOException, ProblemException {
        String text = "label,a,b,c,d\ndog,1,2,3,4\ncat,5,6,7,8\ndog,9,10,11,12\n";
        Path file = folder.resolve("x.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        LabelledImages images = DataSets.open(file + "@1:3", SHAPE);
        assertThat(images.labels()).containsExactly(0, 1);
        assertThat(images.classNames()).containsExactly("cat", "dog");
        assertThat(images.image(1)).containsExactly(9, 10, 11, 12);
    }

    @Test
    void whatIsNoTableOfImagesIsRefused() throws IOException {
        assertThat(problem(write("a.csv", "label,a,b\n1,2,x\n").toString()).message())
                .contains("line 1", "\"x\"");
        assertThat(problem(write("b.csv", "label,a,b\n1,2,3\n4,5\n").toString()).message())
                .contains("line 2", "2", "3");
        assertThat(problem(write("c.csv", "").toString()).message()).contains("empty");
        assertThat(problem(write("d.csv", "label,a,b\n").toString()).message()).contains("empty");
        Path named = write("e.csv", "label,a,b,c,d\n1,2,3,4,5\n");
        assertThat(problem(named + "#none").message()).contains("none");
        assertThat(problem(named + "@3:9").kind()).isEqualTo(Problem.Kind.USAGE);
    }

    @Test
    void labelsOfATableMayBeInAFileOfTheirOwn() throws IOException, ProblemException {
        Path images = write("x.csv", "a,b,c,d\n1,2,3,4\n5,6,7,8\n");
        Path pairs = write("labels.csv", "id,breed\n1,dog\n2,cat\n");
        LabelledImages named = DataSets.open(images + "?labels=" + pairs, SHAPE);
        assertThat(named.labels()).containsExactly(1, 0);
        Path hot = write("hot.csv", "0,0,1\n1,0,0\n");
        assertThat(DataSets.open(images + "?labels=" + hot, SHAPE).labels()).containsExactly(2, 0);
        Path many = write("many.csv", "id,label,weight\n1,4,0.5\n2,3,0.1\n");
        assertThat(DataSets.open(images + "?labels=" + many, SHAPE).labels()).containsExactly(4, 3);
        assertThat(DataSets.open(images + "?labels=" + many + "#id", SHAPE).labels())
                .containsExactly(1, 2);
        Path unclear = write("unclear.csv", "a,b,c\nx,y,z\nx,y,z\n");
        assertThat(problem(images + "?labels=" + unclear).message()).contains("file.csv#column");
    }
}
