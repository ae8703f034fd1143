package org.eccexplorer.keras;

import org.eccexplorer.problem.Problem.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators between layers that cannot be read; those that can are in the corpus. */
class KerasOperatorTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keras2/operators|math.negative|math.sin|math.sin is not supported",
                "keras2/operators|\"_CONSTANT_VALUE\", -1, 2.0|\"_CONSTANT_VALUE\", -1, NaN|not finite",
                "keras2/operated|\"clip_value_min\": 0.0|\"clip_value_min\": 3.0|clips from 3.0 to 2.0",
                "keras2/operated|\"axis\": [1, 2]|\"axis\": [1, 3]|a mean over axis [1,3]",
                "keras2/operated|\"shape\": [-1, 64]|\"shape\": [2, 64]|it mixes images",
                "operators|\"class_name\": \"Negative\"|\"class_name\": \"Sin\"|Sin is not supported",
                "operated|\"x_min\": 0.0|\"x_min\": 2.5|clips from 2.5 to 2.0",
                "operated|\"axis\": [1, 2]|\"axis\": [3]|a mean over axis [3]",
                "operated|\"value\": [1.0, -2.0, 0.5, 1.0]|\"value\": [1.0, -2.0]|called with 2 numbers",
                "prepared_caffe|\"name\": \"stack\", \"axis\": -1|\"name\": \"stack\", \"axis\": 0|along axis 0",
                "prepared_caffe|\"class_name\": \"Stack\"|\"class_name\": \"Add\"|takes one channel",
            })
    void whatChangesTheResultOtherwiseIsRefused(String name, String from, String to, String words) {
        byte[] model = Forgery.editedConfig("corpus/" + name + ".keras", from, to);
        Attempt.assertSays(Attempt.problem(model), Kind.UNSUPPORTED, words);
    }
}
