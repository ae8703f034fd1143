package org.eccexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Fetched;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --dense nd4j}: refused where ND4J was not fetched, and the same results where it was. */
class DenseOptionTest {

    private static Ecc ecc(String command, String dense) {
        return command.equals("verify")
                ? Ecc.run(
                        command,
                        Ecc.sample("model.keras").toString(),
                        "--against",
                        "any.npz",
                        "--dense",
                        dense)
                : Ecc.run(
                        command,
                        "--sample",
                        "digits",
                        "--limit",
                        "20",
                        "--timesteps",
                        "16",
                        "--dense",
                        dense);
    }

    private static boolean isFetched() {
        try {
            DenseChoice.ND4J.load();
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "compare", "calibrate", "verify"})
    void whereItIsNotFetchedItSaysHowToFetchIt(String command) {
        assumeThat(isFetched()).isFalse();
        Ecc ecc = ecc(command, "nd4j");
        assertThat(ecc.code()).isEqualTo(4);
        assertThat(ecc.err().lines()).hasSize(1);
        assertThat(ecc.err()).contains("ND4J is not installed", "./ecc fetch nd4j");
        assertThat(ecc.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "calibrate"})
    void whereItIsFetchedTheTableIsTheSame(String command) {
        Fetched.nd4j();
        Ecc ours = ecc(command, "vector");
        Ecc theirs = ecc(command, "ND4J");
        assertThat(theirs.code()).isZero();
        assertThat(theirs.out()).isEqualTo(ours.out()).isNotEmpty();
    }
}
