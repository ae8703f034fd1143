package org.eccexplorer.app.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.eccexplorer.Resources;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that were once taken as they are, or ended in a trace of the stack: what they say now. */
class DamagedModelsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nan-weight.onnx | CORRUPT | Some weights are not numbers | values are NaN",
                "fletcher32-wrong.keras | CORRUPT | The HDF5 data are damaged"
                        + " | the checksum of a chunk is",
                "negative-variance.pt2 | CORRUPT | A variance is negative | are below 0",
                "storage-offset-overflow.pt2 | CORRUPT | A tensor does not fit its data"
                        + " | 9223372036854775807"
            })
    void isRefusedWithItsReason(String name, Problem.Kind kind, String what, String why) {
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> LoadedModel.open(Resources.path("damaged/" + name)));
        assertThat(e).isNotNull();
        Problem problem = e.problems().getFirst();
        assertThat(problem.kind()).isEqualTo(kind);
        assertThat(problem.where()).contains(name);
        assertThat(problem.what()).isEqualTo(what);
        assertThat(problem.why()).contains(why);
    }
}
