package org.eccexplorer.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;

import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.OverrunStyle;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.plot.ChartTheme;
import org.eccexplorer.plot.Tint;
import org.eccexplorer.ui.chart.LineMark;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.junit.jupiter.api.Test;

class RunLineTest {
    private static final String LONG = "a run whose name is too long for one line of the list";

    @Test
    void aRunIsShownByTheLineThatChartsDrawAndItsWholeName() throws Exception {
        FxThread.start();
        try (ExplorerViewModel model = SampleModel.of(1, 4)) {
            fx(() -> model.runs().start());
            FxThread.until(() -> {
                model.pulse();
                return !model.runs().all().isEmpty() && !model.runs().isRunning();
            });
            RunState run = fx(() -> model.runs().all().getFirst()).named(LONG);
            fx(() -> {
                RunLine line = new RunLine(model, new RunMenu(model, new Answers()));
                new Scene(line);
                line.show(run, true, ChartTheme.DARK);
                LineMark mark = child(line, LineMark.class);
                assertThat(mark.tint()).isEqualTo(Tint.run(run.style()));
                Button name = child(line, Button.class);
                assertThat(name.getText()).isEqualTo(LONG);
                assertThat(name.isWrapText()).isTrue();
                assertThat(name.getTextOverrun()).isEqualTo(OverrunStyle.CENTER_ELLIPSIS);
                assertThat(child(line, LambdaMark.class).isVisible()).isFalse();
                assertThat(name.getAccessibleHelp()).startsWith(LONG);
                PseudoClass focused = PseudoClass.getPseudoClass("focused-run");
                assertThat(line.getPseudoClassStates()).contains(focused);
                line.show(run, false, ChartTheme.DARK);
                assertThat(line.getPseudoClassStates()).doesNotContain(focused);
                return line;
            });
        }
    }

    private static <T> T child(RunLine line, Class<T> type) {
        return line.getChildren().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
