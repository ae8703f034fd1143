package org.eccexplorer.ui.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.DenseBackends;
import org.eccexplorer.ui.fx.FxThread;
import org.junit.jupiter.api.Test;

class DenseSettingTest {

    /** ND4J is used where it was fetched; elsewhere the choice goes back and says why. */
    @Test
    void whatCannotBeLoadedIsNotChosen() throws Exception {
        FxThread.start();
        List<DenseBackend> used = new ArrayList<>();
        List<DenseChoice> loaded = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        fx(() -> {
            DenseSetting setting = new DenseSetting(used::add);
            setting.onLoaded(loaded::add, (wanted, why) -> problems.addAll(why));
            setting.choiceProperty().set(DenseChoice.ND4J);
            assertThat(used).as("loaded while the window waits").isEmpty();
            return setting;
        });
        until(() -> !used.isEmpty());
        if (problems.isEmpty()) {
            assertThat(loaded).containsExactly(DenseChoice.ND4J);
            assertThat(used.getFirst().name()).isEqualTo("nd4j");
        } else {
            assertThat(loaded).containsExactly(DenseChoice.VECTOR);
            assertThat(used).containsExactly(DenseBackends.chosen());
            assertThat(problems.getFirst().remedy()).contains("fetch nd4j");
        }
    }
}
