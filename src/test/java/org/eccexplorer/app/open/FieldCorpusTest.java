package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Further models of the kinds that people bring, of src/test/python/field_corpus.py: those that are
 * committed, or all that it wrote into the folder of the property {@code field.corpus}.
 */
class FieldCorpusTest {
    private static Path corpus() {
        String other = System.getProperty("field.corpus");
        return other == null ? Resources.path("field/corpus") : Path.of(other);
    }

    private static List<Path> models(boolean refused) throws IOException {
        try (Stream<Path> files = Files.walk(corpus())) {
            return files.filter(file -> file.toString().matches(".*\\.(keras|h5|pt2|onnx)"))
                    .filter(file -> file.getParent().endsWith("refused") == refused)
                    .sorted()
                    .toList();
        }
    }

    static List<Path> readable() throws IOException {
        return models(false);
    }

    static List<Path> refused() throws IOException {
        return models(true);
    }

    @ParameterizedTest
    @MethodSource("readable")
    void agreesWithItsFramework(Path file) throws ProblemException {
        ModelSource source = ModelSource.of(file);
        boolean open = file.getFileName().toString().startsWith("open_size");
        LoadedModel model = LoadedModel.open(open ? source.withSize(new Shape(8, 10, 3)) : source);
        Path arrays = Path.of(file.toString().replaceFirst("\\.[^.]*$", ".io.npz"));
        Verification result = Verification.of(model, arrays, "in0", "out0");
        assertThat(result.relativeError()).isLessThan(2e-5);
        assertThat(result.sameClass()).isEqualTo(result.images());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithAReason(Path file) {
        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> LoadedModel.open(file));
        assertThat(refusal).isNotNull();
        Problem problem = refusal.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.UNSUPPORTED);
        String said =
                switch (file.getFileName().toString()) {
                    case "multi_label.keras" -> "multi-label";
                    case "lrn_onnx.onnx" -> "LRN";
                    case "integers.onnx" -> "QDQ";
                    default -> "";
                };
        assertThat(problem.message()).contains(said);
    }
}
