package org.eccexplorer.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import org.eccexplorer.Resources;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.Test;

/** What a conversion asks is answered where its refusal is shown. */
class DecisionsTest {

    private static ExplorerViewModel silu() throws Exception {
        Path model = Resources.path("field/corpus/trained/silu.keras");
        Experiment experiment =
                Experiment.open(
                        ModelSource.of(model),
                        model.resolveSibling("silu.data.npz").toString(),
                        null,
                        3,
                        List.of());
        return new ExplorerViewModel(
                SessionState.of(experiment, Settings.standard().withTimesteps(4), Set.of()));
    }

    @Test
    void activationsAreReplacedByAButton() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = silu()) {
            fx(() -> {
                AtomicInteger decided = new AtomicInteger();
                FlowPane row = Decisions.of(model, decided::incrementAndGet);
                assertThat(row.getChildren()).hasSize(1);
                Button button = (Button) row.getChildren().getFirst();
                assertThat(button.getText()).isEqualTo("Replace activations by ReLU");
                button.fire();
                assertThat(decided).hasValue(1);
                assertThat(model.settings().get().conversion().otherActivations())
                        .isEqualTo(OtherActivations.RELU);
                assertThat(Decisions.of(model, () -> {}).getChildren()).isEmpty();
            });
        }
    }

    @Test
    void nothingIsAskedOfAModelWithReluAlone() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> assertThat(Decisions.of(model, () -> {}).getChildren()).isEmpty());
        }
    }
}
