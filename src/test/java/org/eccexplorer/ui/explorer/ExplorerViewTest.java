package org.eccexplorer.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.controlsfx.control.ToggleSwitch;
import org.eccexplorer.app.RunState;
import org.eccexplorer.ui.fx.ChartView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real window over the bundled model, on JavaFX's headless platform. */
class ExplorerViewTest {
    private ExplorerViewModel model;
    private final Commands commands = new Commands();
    private ExplorerView view;
    private Stage stage;

    @BeforeAll
    static void start() throws InterruptedException {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException running) {
            assertThat(running).hasMessageContaining("already");
        }
        Platform.setImplicitExit(false);
    }

    @BeforeEach
    void open() throws Exception {
        model = ExplorerViewModel.sample(16);
        model.settings().set(model.settings().get().withTimesteps(32));
        fx(() -> {
            view = new ExplorerView(model, new Answers(), commands);
            stage = new Stage();
            stage.setScene(new Scene(view, 1000, 700));
            stage.show();
            return view;
        });
    }

    @AfterEach
    void close() throws Exception {
        fx(() -> {
            stage.close();
            return stage;
        });
        model.close();
    }

    private static <T> T fx(Callable<T> action) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        return task.get();
    }

    private void finish() throws Exception {
        for (int i = 0; i < 600; i++) {
            boolean running =
                    fx(() -> {
                        view.pulse();
                        return model.isRunning();
                    });
            if (!running) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("the run does not end");
    }

    private static void collect(Node node, Set<Node> nodes) {
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    private Set<Node> nodes() throws Exception {
        return fx(() -> {
            // Skins, and with them the labels inside controls, come with the first layout.
            view.applyCss();
            view.layout();
            Set<Node> nodes = new HashSet<>();
            collect(view, nodes);
            return nodes;
        });
    }

    private static int colours(WritableImage image) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colours.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return colours.size();
    }

    @Test
    void aRunFillsTheWindow() throws Exception {
        fx(() -> {
            view.toggleRun();
            return view;
        });
        finish();
        assertThat(nodes())
                .filteredOn(Labeled.class::isInstance)
                .extracting(node -> String.valueOf(((Labeled) node).getText()))
                .anyMatch(text -> text.contains("16 images in"))
                .anyMatch(text -> text.startsWith("rate "))
                .contains("▶ Run", "ECC (all three)");
        assertThat(fx(() -> colours(view.getScene().snapshot(null)))).isGreaterThan(60);
    }

    @Test
    void aSwitchStartsARunWithoutThatTechnique() throws Exception {
        for (Node node : nodes()) {
            if (node instanceof ToggleSwitch toggle
                    && String.valueOf(toggle.getAccessibleText()).startsWith("Residual")) {
                fx(() -> {
                    toggle.setSelected(false);
                    return toggle;
                });
            }
        }
        finish();
        assertThat(fx(() -> model.runs().getFirst().name())).isEqualTo("CN + CMB");
    }

    @Test
    void stoppingKeepsTheRun() throws Exception {
        fx(() -> {
            model.settings().set(model.settings().get().withTimesteps(4096));
            return view;
        });
        TimeUnit.MILLISECONDS.sleep(700);
        fx(() -> {
            view.pulse();
            view.toggleRun();
            return view;
        });
        finish();
        assertThat(fx(() -> model.runs().getFirst().phase())).isEqualTo(RunState.Phase.STOPPED);
    }

    @Test
    void bothThemesAndThePageOfErrorsRender() throws Exception {
        fx(() -> {
            view.toggleRun();
            return view;
        });
        finish();
        WritableImage light = fx(() -> view.getScene().snapshot(null));
        WritableImage dark =
                fx(() -> {
                    view.darkProperty().set(true);
                    commands.run(Command.ERROR);
                    view.pulse();
                    view.applyCss();
                    view.layout();
                    return view.getScene().snapshot(null);
                });
        double before = light.getPixelReader().getColor(500, 300).getBrightness();
        double after = dark.getPixelReader().getColor(500, 300).getBrightness();
        assertThat(before).isGreaterThan(0.9);
        assertThat(after).isLessThan(0.4);
    }

    @Test
    void controlsCanBeReadAloud() throws Exception {
        fx(() -> {
            view.toggleRun();
            return view;
        });
        finish();
        assertThat(nodes())
                .filteredOn(ToggleSwitch.class::isInstance)
                .hasSize(3)
                .allSatisfy(node -> assertThat(node.getAccessibleText()).isNotBlank());
        assertThat(nodes())
                .filteredOn(ChartView.class::isInstance)
                .filteredOn(node -> node.getAccessibleText() != null)
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private void run() throws Exception {
        fx(() -> {
            view.toggleRun();
            return view;
        });
        finish();
    }

    /** Until the traces of the sample are there. */
    private void settle() throws Exception {
        for (int i = 0; i < 400; i++) {
            boolean traced =
                    fx(() -> {
                        view.pulse();
                        return model.focusProperty().get().flatMap(model::trace).isPresent();
                    });
            if (traced) {
                fx(() -> {
                    view.pulse();
                    return view;
                });
                return;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError("no trace");
    }

    private List<String> texts() throws Exception {
        return nodes().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    @Test
    void everyPageShowsTheRun() throws Exception {
        run();
        fx(() -> {
            stage.setWidth(1400);
            return stage;
        });
        for (Command page :
                List.of(
                        Command.LIVE,
                        Command.ERROR,
                        Command.COST,
                        Command.ANSWERS,
                        Command.LAYER,
                        Command.NEURON,
                        Command.SAMPLES)) {
            fx(() -> {
                commands.run(page);
                return view;
            });
            settle();
            int colours =
                    fx(() -> {
                        view.applyCss();
                        view.layout();
                        return colours(view.getScene().snapshot(null));
                    });
            assertThat(colours).as(page.title()).isGreaterThan(50);
        }
        assertThat(texts()).anyMatch(text -> text.startsWith("CNN, SNN, difference"));
    }

    @Test
    void theNeuronPageDoesTheArithmeticOfATimestep() throws Exception {
        run();
        fx(() -> {
            model.selectedLayerProperty().set(1);
            commands.run(Command.NEURON);
            model.playback().goTo(9);
            return view;
        });
        settle();
        assertThat(texts())
                .anyMatch(text -> text.startsWith("V(t − 1)"))
                .anyMatch(text -> text.contains("inputs fire"))
                .anyMatch(text -> text.startsWith("= V(t)"))
                .contains("t = 9");
    }

    @Test
    void twoRunsAreCompared() throws Exception {
        run();
        fx(() -> {
            model.settings().change(o -> o.residualElimination = false);
            return view;
        });
        finish();
        fx(() -> {
            commands.run(Command.COMPARE);
            return view;
        });
        settle();
        assertThat(texts())
                .anyMatch(text -> text.startsWith("B carries") || text.startsWith("A carries"))
                .anyMatch(text -> text.startsWith("A · conv"))
                .contains("Swap A and B");
    }

    @Test
    void aRunIsHeldAndGoesOn() throws Exception {
        fx(() -> {
            model.settings().set(model.settings().get().withTimesteps(1024));
            commands.run(Command.PAUSE);
            return view;
        });
        TimeUnit.MILLISECONDS.sleep(900);
        assertThat(fx(model::isRunning)).isTrue();
        assertThat(
                        fx(() -> {
                            view.pulse();
                            return model.measures().map(m -> m.images()).orElse(0);
                        }))
                .isLessThan(16);
        fx(() -> {
            commands.run(Command.PAUSE);
            return view;
        });
        finish();
        assertThat(model.measures().orElseThrow().images()).isEqualTo(16);
    }

    @Test
    void undoBringsTheSettingsBackAndRunsThem() throws Exception {
        fx(() -> {
            model.settings().change(o -> o.residualElimination = false);
            commands.run(Command.UNDO);
            return view;
        });
        finish();
        assertThat(fx(() -> model.runs().getFirst().name())).isEqualTo("ECC (all three)");
        assertThat(nodes())
                .filteredOn(ToggleSwitch.class::isInstance)
                .allMatch(node -> ((ToggleSwitch) node).isSelected());
    }

    @Test
    void thePaletteFindsCommandsByParts() throws Exception {
        fx(() -> {
            commands.run(Command.PALETTE);
            return view;
        });
        for (Node node : nodes()) {
            if (node instanceof TextField field && "Type a command".equals(field.getPromptText())) {
                fx(() -> {
                    field.setText("comp run");
                    return field;
                });
            }
        }
        List<Object> found =
                nodes().stream()
                        .filter(ListView.class::isInstance)
                        .<Object>flatMap(list -> ((ListView<?>) list).getItems().stream())
                        .toList();
        assertThat(found).contains(Command.COMPARE).doesNotContain(Command.QUIT);
    }
}
