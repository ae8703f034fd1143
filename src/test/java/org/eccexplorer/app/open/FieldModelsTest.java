package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.eccexplorer.Resources;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models of the kinds that people bring give what their frameworks computed. */
class FieldModelsTest {

    static Path model(String name) {
        return Resources.path("field/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log-softmax/model.pt2",
                "log-softmax/model.onnx",
                "binary-sigmoid/model.keras",
                "binary-sigmoid/model.h5"
            })
    void agreesWithItsFramework(String name) throws ProblemException {
        Path file = model(name);
        LoadedModel model = LoadedModel.open(file);
        Verification result = Verification.of(model, file.resolveSibling("io.npz"), "in0", "out0");
        assertThat(result.relativeError()).isLessThan(1e-5);
        assertThat(result.sameClass()).isEqualTo(result.images());
        assertThat(model.model().warnings()).isEmpty();
    }
}
