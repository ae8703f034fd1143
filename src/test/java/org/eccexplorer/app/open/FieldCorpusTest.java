package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.Resources;
import org.eccexplorer.network.Conventions;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Node;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.SizeLeftOpen;
import org.eccexplorer.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                    .filter(file -> !file.getParent().endsWith("trained"))
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
        Tolerance tolerance = Tolerance.of(model.model());
        boolean half = tolerance.precision().rounding() > 0;
        assertThat(file.getParent().endsWith("half"))
                .isEqualTo(tolerance.precision() == Conventions.Precision.FLOAT16);
        assertThat(result.relativeError()).isLessThan(half ? tolerance.value() : 2e-5);
        assertThat(half || result.sameClass() == result.images()).isTrue();
    }

    /** So that they can be replaced on request, as where they have a name of their own. */
    @ParameterizedTest
    @CsvSource({
        "activations-onnx/written_softsign.onnx, softsign",
        "activations-onnx/written_gelu_tanh_pow.onnx, GELU",
        "activations-onnx/written_gelu_tanh_mul.onnx, GELU",
        "activations-torch/act_softsign.onnx, softsign",
        "activations-torch/act_softsign_by_hand.pt2, softsign"
    })
    void whatIsWrittenOutIsOneActivation(String name, String kind) throws ProblemException {
        assertThat(
                        LoadedModel.open(Resources.path("field/corpus/" + name))
                                .network()
                                .nodes()
                                .stream()
                                .map(Node::layer)
                                .filter(Layer.Activation.class::isInstance)
                                .map(layer -> ((Layer.Activation) layer).kind()))
                .isNotEmpty()
                .containsOnly(kind);
    }

    /** The window then asks for it, and the command line names the option. */
    @ParameterizedTest
    @ValueSource(strings = {"onnx/open_size.onnx", "torch/open_size_pooled.pt2"})
    void asksForASizeThatIsLeftOpen(String name) {
        Path file = Resources.path("field/corpus/" + name);
        assertThatExceptionOfType(SizeLeftOpen.class)
                .isThrownBy(() -> LoadedModel.open(file))
                .satisfies(refusal ->
                        assertThat(refusal.problems().getFirst().remedy())
                                .contains("--size 32x32x3"));
    }

    /** 0.0005 is what Keras computes of it in float16; 0.0001 would call that wrong. */
    @Test
    void mixedFloat16IsComparedInItsPrecision() throws ProblemException {
        Path file = Resources.path("keras/mf16.keras");
        LoadedModel model = LoadedModel.open(file);
        Path arrays = Resources.path("keras/mf16.keras.io.npz");
        Verification result = Verification.of(model, arrays, "in0", "out0");
        Tolerance tolerance = Tolerance.of(model.model());
        assertThat(result.relativeError()).isBetween(Verification.TOLERANCE, tolerance.value());
        assertThat(tolerance.value()).isCloseTo(3 * 0x1p-11, within(1e-9));
        assertThat(tolerance.reason().orElseThrow()).contains("float16", "of 1 layers");
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
                    case "multi_label.keras", "multi_label_torch.pt2", "multi_label_torch.onnx" ->
                            "multi-label";
                    case "lrn_onnx.onnx", "lrn.onnx", "lrn.pt2" -> "(LRN)";
                    case "integers.onnx" -> "QDQ";
                    default -> "";
                };
        assertThat(problem.message()).contains(said);
        assertThat(refusal.problems()).allMatch(p -> p.message().contains(said));
    }
}
