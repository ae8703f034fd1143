package org.eccexplorer.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models of Keras 3 and Keras 2, in both formats, that no conversion stands for, and why. */
class KerasRefusalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two_inputs|2 inputs: image, vector|Save a model with one input",
                "named_inputs|2 inputs: image, vector|Save a model with one input",
                "two_outputs|2 outputs|Save a model with one output",
                "gate|multiplies activations|train again",
                "largest|compares activations|train again",
                "training|called with training=true|train again",
                "transposed|Conv2DTranspose|train again",
                "layer_normalization|statistics of each image|batch normalisation",
                "group_normalization|statistics of each image|batch normalisation",
                "recurrent|recurrent|feed-forward",
                "attention|softmax can only be the last layer|train again"
            })
    void saysWhyAndWhatToDo(String name, String why, String remedy) {
        List<String> files = new ArrayList<>();
        for (String folder : List.of("corpus/refused/", "corpus/keras2/refused/")) {
            for (String kind : List.of(".keras", ".h5")) {
                files.add(folder + name + kind);
            }
        }
        for (String file : files) {
            ProblemException e =
                    catchThrowableOfType(
                            ProblemException.class, () -> KerasModels.read(Fixtures.path(file)));
            assertThat(e).as(file).isNotNull();
            Problem problem = e.problems().getFirst();
            assertThat(problem.kind()).as(file).isEqualTo(Problem.Kind.UNSUPPORTED);
            assertThat(problem.message()).as(file).contains(why, remedy);
        }
    }
}
