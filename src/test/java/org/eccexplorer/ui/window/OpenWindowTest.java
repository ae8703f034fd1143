package org.eccexplorer.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eccexplorer.ui.fx.FxThread.fx;
import static org.eccexplorer.ui.fx.FxThread.until;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.eccexplorer.Resources;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.open.ViewedImage;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PageId;
import org.eccexplorer.app.session.Preferences;
import org.eccexplorer.app.session.PreferencesFile;
import org.eccexplorer.app.session.Recent;
import org.eccexplorer.app.session.Recovery;
import org.eccexplorer.app.session.SavedSession;
import org.eccexplorer.app.session.SessionFile;
import org.eccexplorer.app.session.SessionState;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.desk.CalibrationMark;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Answers;
import org.eccexplorer.ui.fx.FxThread;
import org.eccexplorer.ui.fx.SceneNodes;
import org.eccexplorer.ui.help.IntroductionBanner;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.SampleModel;
import org.eccexplorer.ui.state.ViewStates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening other models in the window, good and bad ones, with the dialogs answered here. */
class OpenWindowTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("ecc.home", "."), "sample-models", "fashion-mnist");

    @TempDir private Path folder = Path.of("");

    private final Answers answers = new Answers();
    private OpenWindow session;

    @BeforeAll
    static void start() {
        FxThread.start();
    }

    @BeforeEach
    void open() throws Exception {
        Experiment sample = Experiment.sample("fashion-mnist", 8);
        session =
                fx(() ->
                        new OpenWindow(
                                new Scene(new Group(), 1000, 700),
                                answers,
                                folder.resolve("preferences.json"),
                                sample));
    }

    /** The texts on the sheet above the window's content. */
    private String sheet() {
        session.view().applyCss();
        StringBuilder texts = new StringBuilder();
        collect(session.view().sheets(), texts);
        return texts.toString();
    }

    private static void collect(Node node, StringBuilder texts) {
        if (node instanceof Labeled labeled) {
            texts.append(labeled.getText()).append('\n');
        }
        if (node instanceof TextInputControl input) {
            texts.append(input.getText()).append('\n');
        }
        if (node instanceof ScrollPane scroll) {
            collect(scroll.getContent(), texts);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    @Test
    void droppedFilesOpen() throws Exception {
        Path model = SAMPLE.resolve("fashion-cnn.h5");
        Path data = SAMPLE.resolve("calibration-images-idx3-ubyte.gz");
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().files(List.of(data, model)));
        until(() -> session.model() != before);
        assertThat(session.model().experiment().test().count()).isEqualTo(500);
        assertThat(session.model().experiment().model().file()).isEqualTo(model);
        fx(() -> session.model().close());
    }

    @Test
    void howEnergyIsCountedIsRemembered() throws Exception {
        Accounting chosen = new Accounting(EnergyModel.LOIHI, InputMacs.EVERY_TIMESTEP);
        fx(() -> session.model().accountingProperty().set(chosen));
        assertThat(session.preferences().energy().accounting()).isEqualTo(chosen);
        ExplorerViewModel before = session.model();
        Path model = SAMPLE.resolve("fashion-cnn.h5");
        Path data = SAMPLE.resolve("calibration-images-idx3-ubyte.gz");
        fx(() -> session.opener().files(List.of(data, model)));
        until(() -> session.model() != before);
        assertThat(session.model().accountingProperty().get()).isEqualTo(chosen);
        fx(() -> session.model().close());
    }

    @Test
    void aRunOfTheCommandLineOpensWithItsSettingsAndRuns() throws Exception {
        ExplorerViewModel before = session.model();
        fx(() ->
                session.openNamed(
                        List.of(Resources.path("frozen/run-closed-form/run.json").toString())));
        until(() -> session.model() != before);
        until(() -> !session.model().runs().isRunning());
        assertThat(session.model().runs().all()).hasSize(1);
        Settings settings = session.model().settings().get();
        assertThat(session.model().runs().all().getFirst().settings()).isEqualTo(settings);
        assertThat(session.model().runs().measures().orElseThrow().images())
                .isEqualTo(session.model().experiment().test().count());
        fx(() -> session.model().close());
    }

    @Test
    void aModelThatIsRefusedIsExplainedAndTheOldOneStays() throws Exception {
        Path model = Resources.path("keras/lambda.keras");
        ExplorerViewModel before = session.model();
        fx(() ->
                session.opener()
                        .model(
                                ModelSource.of(model),
                                Optional.of(SAMPLE.resolve("test-images-idx3-ubyte.gz"))));
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet)).contains("cannot be opened", "Lambda", "→");
        assertThat(session.model()).isSameAs(before);
    }

    /** Opens the sheet that asks for images, with these for an answer. */
    private void askedFor(Path images) throws Exception {
        until(() -> session.view().sheets().isVisible());
        answers.files.add(images);
        press("File …");
    }

    @Test
    void afterAModelItsImagesAreAskedFor() throws Exception {
        fx(() -> session.opener().files(List.of(SAMPLE.resolve("fashion-cnn.keras"))));
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet))
                .contains("Images for fashion-cnn.keras", "28×28×1", "10 outputs")
                .contains("NPZ, NPY, HDF5, IDX, CIFAR and CSV", "look better than they are");
        assertThat(answers.looked).containsExactly(SAMPLE.toAbsolutePath());
        assertThat(fx(() -> button("Open").isDisabled())).isTrue();
        askedFor(Files.writeString(folder.resolve("images.npz"), "nonsense"));
        press("Open");
        until(() -> sheet().contains("Copy as text"));
        assertThat(fx(this::sheet)).contains("Images for fashion-cnn.keras", "images.npz", "→");
        ExplorerViewModel before = session.model();
        answers.files.add(SAMPLE.resolve("calibration-images-idx3-ubyte.gz"));
        press("File …");
        fx(() -> {
            ChoiceBox<Object> most = find(ChoiceBox.class);
            most.setValue(200);
            TextArea names = find(TextArea.class);
            names.setText("a, b, c");
        });
        assertThat(fx(this::sheet))
                .contains("The model has 10 outputs, and there are only 3 names");
        assertThat(fx(() -> button("Open").isDisabled())).isTrue();
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
        Path file = Files.writeString(folder.resolve("names.txt"), String.join("\n", names));
        answers.files.add(file);
        press("From a text file …");
        until(() -> !button("Open").isDisabled());
        press("Open");
        until(() -> session.model() != before);
        Experiment opened = session.model().experiment();
        assertThat(opened.test().count()).isEqualTo(200);
        assertThat(opened.classNames()).isEqualTo(names);
        assertThat(session.preferences().recent().getFirst().choice().classNames())
                .isEqualTo(names);
        fx(() -> session.opener().recent(session.preferences().recent().getFirst()));
        ExplorerViewModel first = session.model();
        until(() -> session.model() != first);
        assertThat(session.model().experiment().classNames()).isEqualTo(names);
        assertThat(session.model().experiment().test().count()).isEqualTo(200);
    }

    @Test
    void anotherNumberOfImagesKeepsRunsAndAsksNothing() throws Exception {
        run();
        ExplorerViewModel model = session.model();
        int before = model.experiment().test().count();
        RunState first = model.runs().all().getFirst();
        fx(() -> session.opener().changes().take(before + 4));
        until(() -> model.experiment().test().count() == before + 4);
        until(() -> !model.runs().isRunning());
        assertThat(session.model()).isSameAs(model);
        assertThat(answers.questions).isZero();
        assertThat(fx(() -> model.runs().all().stream().map(RunState::images).toList()))
                .containsExactly(before + 4, before);
        assertThat(model.runs().all().getLast().snapshot()).isEqualTo(first.snapshot());
        fx(() -> session.view().commands().run(Command.IMAGE_NUMBER));
        String number = Numbers.count(before + 4);
        assertThat(fx(this::sheet)).contains(number + " test images are used now");
        assertThat(fx(() -> session.scene().getFocusOwner())).isInstanceOf(ChoiceBox.class);
        fx(() -> session.view().sheets().close());
        fx(() -> session.opener().changes().take(3));
        until(() -> !model.runs().isRunning());
        assertThat(fx(() -> model.runs().all().stream().map(RunState::images).toList()))
                .containsExactly(3, before + 4, before);
        assertThat(fx(model::images)).isEqualTo(3);
    }

    @Test
    void namesOfClassesAreChangedEverywhereAndBack() throws Exception {
        run();
        List<RunState> runs = List.copyOf(session.model().runs().all());
        List<String> before = session.model().experiment().classNames();
        fx(() -> session.view().commands().run(Command.CLASS_NAMES));
        fx(() -> {
            TextArea names = find(TextArea.class);
            assertThat(names.getText()).isEqualTo(String.join("\n", before));
            names.setText("0th,1st,2nd,3rd,4th,5th,6th,7th,8th,9th");
        });
        press("Apply");
        assertThat(session.model().experiment().className(9)).isEqualTo("9th");
        assertThat(session.model().runs().all()).isEqualTo(runs);
        int label = session.model().experiment().test().labels()[0];
        String named = session.model().experiment().className(label).toUpperCase(Locale.ROOT);
        until(() -> words(session.view()).toUpperCase(Locale.ROOT).contains(named));
        Path file = folder.resolve("named.eccx");
        SessionFile.write(file, session.model().state());
        assertThat(SavedSession.read(file).open().state().experiment().className(9))
                .isEqualTo("9th");
        fx(() -> session.view().commands().run(Command.UNDO));
        assertThat(session.model().experiment().classNames()).isEqualTo(before);
    }

    /** What the marks in sight say of λ, up to the colon. */
    private List<String> marks() {
        List<Node> all = new ArrayList<>();
        session.view().applyCss();
        session.view().layout();
        SceneNodes.visible(session.view(), all);
        return all.stream()
                .filter(CalibrationMark.class::isInstance)
                .map(node -> ((CalibrationMark) node).words())
                .filter(words -> !words.isEmpty())
                .map(words -> words.substring(0, words.indexOf(':')))
                .toList();
    }

    private Hyperlink hyperlink(String name) {
        List<Node> all = new ArrayList<>();
        SceneNodes.visible(session.view(), all);
        return all.stream()
                .filter(Hyperlink.class::isInstance)
                .map(Hyperlink.class::cast)
                .filter(link -> name.equals(link.getText()))
                .findFirst()
                .orElseThrow();
    }

    private String words(Node node) {
        session.view().applyCss();
        session.view().layout();
        StringBuilder texts = new StringBuilder();
        collect(node, texts);
        return texts.toString();
    }

    private <T extends Node> T find(Class<? super T> type) {
        List<Node> all = new ArrayList<>();
        session.view().applyCss();
        SceneNodes.all(session.view().sheets(), all);
        @SuppressWarnings("unchecked")
        T found = (T) all.stream().filter(type::isInstance).findFirst().orElseThrow();
        return found;
    }

    private Button button(String name) {
        List<Node> found = new ArrayList<>();
        buttons(session.view().sheets(), found);
        return found.stream()
                .map(Button.class::cast)
                .filter(button -> name.equals(button.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static Path part(String name) {
        return Resources.path("keras/parts/" + name);
    }

    @Test
    void anArchitectureAsksForItsWeightsAndBothAreRemembered() throws Exception {
        ExplorerViewModel before = session.model();
        answers.files.add(part("model.weights.h5"));
        fx(() -> session.opener().files(List.of(part("architecture.json"))));
        askedFor(part("io.npz"));
        press("Open");
        until(() -> session.model() != before);
        assertThat(answers.titles)
                .containsExactly(
                        "Weights of architecture.json: .weights.h5 or .weights.json",
                        "Test images");
        Path file = folder.resolve("preferences.json");
        until(() -> Files.exists(file));
        Recent recent = PreferencesFile.read(file).recent().getFirst();
        assertThat(recent.source())
                .isEqualTo(
                        ModelSource.of(part("architecture.json"))
                                .withWeights(part("model.weights.h5")));
        ExplorerViewModel opened = session.model();
        fx(() -> session.opener().recent(recent));
        until(() -> session.model() != opened);
        assertThat(session.model().experiment().model().source()).isEqualTo(recent.source());
    }

    @Test
    void anArchitectureAndWeightsAreChosenTogether() throws Exception {
        ExplorerViewModel before = session.model();
        answers.together.addAll(List.of(part("sharded.weights.json"), part("architecture.json")));
        fx(() -> session.view().commands().run(Command.OPEN_MODEL));
        askedFor(part("io.npz"));
        press("Open");
        until(() -> session.model() != before);
        assertThat(session.model().experiment().model().source().title())
                .isEqualTo("architecture.json + sharded.weights.json");
        assertThat(answers.titles).hasSize(1);
    }

    @Test
    void anArchitectureWithoutWeightsOpensNothing() throws Exception {
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().files(List.of(part("architecture.json"))));
        until(() -> answers.titles.size() == 1);
        assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
        assertThat(session.model()).isSameAs(before);
    }

    @Test
    void weightsAloneAreToldWhatTheyMiss() throws Exception {
        fx(() -> session.opener().files(List.of(part("legacy.h5"))));
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet))
                .contains("legacy.h5 is only half a model", "without an architecture")
                .contains("model.to_json()");
    }

    @Test
    void aSizeThatIsLeftOpenIsAskedFor() throws Exception {
        Path open =
                Files.writeString(
                        folder.resolve("open.json"),
                        Files.readString(part("architecture.json"))
                                .replace("[null, 8, 8, 2]", "[null, null, null, 2]"));
        answers.line = "8x8x2";
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().files(List.of(open, part("model.weights.h5"), part("io.npz"))));
        until(() -> session.model() != before);
        assertThat(session.model().experiment().test().count()).isEqualTo(3);
        fx(() -> {
            answers.line = "8x8";
            session.opener().files(List.of(open, part("model.weights.h5"), part("io.npz")));
        });
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet)).contains("leaves the size of its images open");
    }

    /** What a reader is stuck on is left behind as soon as nobody wants to wait. */
    @Test
    void whatTakesTooLongToOpenIsCancelled() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        List<Object> opened = new ArrayList<>();
        fx(() -> {
            session.opener()
                    .loader()
                    .load(
                            "stuck.h5",
                            () -> {
                                while (!enough.get()) {
                                    Thread.onSpinWait();
                                }
                                return "late";
                            },
                            opened::add);
            return session;
        });
        try {
            until(() -> session.view().sheets().isVisible());
            assertThat(fx(this::sheet)).contains("Opening stuck.h5", "Cancel");
            press("Cancel");
            assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
            ExplorerViewModel before = session.model();
            fx(() -> session.opener().sample("digits"));
            until(() -> session.model() != before);
        } finally {
            enough.set(true);
        }
        assertThat(opened).isEmpty();
    }

    @Test
    void closingDuringARunAsksOnce() throws Exception {
        fx(() -> {
            session.model().settings().set(session.model().settings().get().withTimesteps(4096));
            assertThat(session.mayClose()).isFalse();
            answers.confirmed = true;
            assertThat(session.mayClose()).isTrue();
        });
        assertThat(answers.questions).isEqualTo(2);
    }

    private void run() throws Exception {
        fx(() -> session.model().settings().set(session.model().settings().get().withTimesteps(8)));
        until(() ->
                session.model().runs().measures().isPresent()
                        && !session.model().runs().isRunning());
    }

    private void openAnother() throws Exception {
        fx(() ->
                session.opener()
                        .files(
                                List.of(
                                        SAMPLE.resolve("fashion-cnn.h5"),
                                        SAMPLE.resolve("calibration-images-idx3-ubyte.gz"))));
    }

    @Test
    void openingAnotherModelAsksOnceForUnsavedRuns() throws Exception {
        run();
        ExplorerViewModel before = session.model();
        answers.keeping = Dialogs.Keeping.CANCEL;
        openAnother();
        until(() -> answers.questions == 1);
        Path file = folder.resolve("mine.eccx");
        answers.files.add(file);
        answers.keeping = Dialogs.Keeping.SAVE;
        assertThat(session.model()).isSameAs(before);
        openAnother();
        until(() -> session.model() != before);
        assertThat(answers.questions).isEqualTo(2);
        assertThat(SavedSession.read(file).open().state().runs()).hasSize(1);
    }

    /** Two windows with one session: that which saves later does not undo the other's unasked. */
    @Test
    void aSessionThatAnotherWindowHasSavedSinceIsAskedAbout() throws Exception {
        Path file = folder.resolve("mine.eccx");
        answers.files.add(file);
        fx(() -> session.view().commands().run(Command.SAVE_SESSION));
        Recent saved = Recent.session(file);
        until(() -> session.preferences().recent().contains(saved));
        assertThat(answers.questions).isZero();
        byte[] own = Files.readAllBytes(file);
        Files.writeString(file, "of the other window");
        fx(() -> session.view().commands().run(Command.SAVE_SESSION));
        until(() -> answers.questions == 1);
        assertThat(file).hasContent("of the other window");
        answers.confirmed = true;
        fx(() -> session.view().commands().run(Command.SAVE_SESSION));
        until(() -> answers.questions == 2);
        until(() -> Arrays.equals(Files.readAllBytes(file), own));
    }

    @Test
    void nothingIsAskedForWhatCannotBeOpened() throws Exception {
        run();
        ExplorerViewModel before = session.model();
        Path text = Files.writeString(folder.resolve("text.keras"), "This is a text.");
        Path images = Files.writeString(folder.resolve("images.npz"), "nonsense");
        Path saved = Files.writeString(folder.resolve("damaged.eccx"), "no session");
        Path result = Files.writeString(folder.resolve("run.json"), "{\"schema\": 1}");
        Path good = SAMPLE.resolve("fashion-cnn.keras");
        for (List<Path> files :
                List.of(
                        List.of(text),
                        List.of(text),
                        List.of(good, images),
                        List.of(images),
                        List.of(saved),
                        List.of(result))) {
            fx(() -> session.opener().files(files));
            until(() -> session.view().sheets().isVisible());
            assertThat(fx(this::sheet)).contains(String.valueOf(files.getLast().getFileName()));
            fx(() -> session.view().sheets().close());
        }
        assertThat(answers.questions).isZero();
        assertThat(session.model()).isSameAs(before);
        assertThat(before.runs().all()).hasSize(1);
    }

    @Test
    void savedRunsAreGivenUpWithoutAQuestionUntilThereAreMore() throws Exception {
        run();
        Path file = folder.resolve("mine.eccx");
        answers.files.add(file);
        fx(() -> session.view().commands().run(Command.SAVE_SESSION));
        until(() -> session.preferences().recent().size() == 1);
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().sessions().open(file));
        until(() -> session.model() != before);
        assertThat(answers.questions).isZero();
        fx(() ->
                session.model()
                        .runs()
                        .edits()
                        .rename(session.model().runs().all().getFirst(), "mine"));
        answers.keeping = Dialogs.Keeping.CANCEL;
        assertThat(fx(session::mayClose)).isFalse();
        assertThat(answers.questions).isEqualTo(1);
    }

    @Test
    void aRunThatNobodyAskedForIsNothingToLose() throws Exception {
        fx(() -> session.begin());
        until(() ->
                session.model().runs().measures().isPresent()
                        && !session.model().runs().isRunning());
        ExplorerViewModel before = session.model();
        answers.keeping = Dialogs.Keeping.CANCEL;
        openAnother();
        until(() -> session.model() != before);
        assertThat(answers.questions).isZero();
    }

    @Test
    void closingSavesFirstIfAsked() throws Exception {
        run();
        Path file = folder.resolve("mine.eccx");
        answers.files.add(file);
        answers.keeping = Dialogs.Keeping.SAVE;
        List<Boolean> closed = new ArrayList<>();
        fx(() -> {
            session.setOnQuit(() -> closed.add(session.mayClose()));
            session.view().commands().run(Command.QUIT);
        });
        until(() -> closed.size() == 2);
        assertThat(closed).containsExactlyInAnyOrder(false, true);
        assertThat(answers.questions).isEqualTo(1);
        assertThat(file).exists();
    }

    @Test
    void aSessionIsSavedAndOpenedAgain() throws Exception {
        Path file = folder.resolve("mine.eccx");
        fx(() -> session.model().settings().set(session.model().settings().get().withTimesteps(8)));
        until(() -> !session.model().runs().isRunning());
        fx(() -> {
            answers.files.add(file);
            session.view().commands().run(Command.SAVE_SESSION);
        });
        until(() -> Files.exists(file));
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().files(List.of(file)));
        until(() -> session.model() != before);
        assertThat(session.model().runs().all()).hasSize(1);
        assertThat(session.model().settings().get().timesteps()).isEqualTo(8);
        assertThat(session.model().runs().measures().orElseThrow().images()).isEqualTo(8);
        assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
    }

    @Test
    void resultsAreWritten() throws Exception {
        fx(() -> session.model().settings().set(session.model().settings().get().withTimesteps(8)));
        until(() -> !session.model().runs().isRunning());
        fx(() -> {
            answers.files.add(folder);
            session.view().commands().run(Command.EXPORT_RESULTS);
        });
        Path json = folder.resolve("01-ecc-all-three").resolve("run.json");
        until(() -> Files.exists(json));
        assertThat(Files.readString(json)).contains("\"cnnAccuracy\"");
        // This window has no focus: nobody sees its status line.
        until(() -> !answers.told.isEmpty());
        assertThat(answers.told.getFirst()).contains("1 run written");
        fx(() -> answers.toldAction.run());
        assertThat(fx(this::sheet)).contains("01-ecc-all-three", "runs.csv");
        assertThat(Files.readAllLines(folder.resolve("runs.csv")))
                .hasSize(2)
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("ECC (all three),8,")
                .contains(",false,");
    }

    @Test
    void theNetworkIsWrittenForOtherPrograms() throws Exception {
        fx(() -> session.model().settings().set(session.model().settings().get().withTimesteps(8)));
        until(() -> !session.model().runs().isRunning());
        Path script = folder.resolve("pytorch").resolve("experiment.json");
        Path onnx = folder.resolve("folded.onnx");
        Path traces = folder.resolve("traces.npz");
        fx(() -> {
            answers.files.add(folder);
            session.view().commands().run(Command.EXPORT_PYTORCH);
            answers.files.add(onnx);
            session.view().commands().run(Command.EXPORT_ONNX);
            answers.files.add(traces);
            session.view().commands().run(Command.EXPORT_TRACES);
        });
        until(() -> Files.exists(script) && Files.exists(onnx) && Files.exists(traces));
        assertThat(Files.readString(script)).contains("\"timesteps\" : 8");
    }

    @Test
    void whatWasOpenedIsRemembered() throws Exception {
        Path model = SAMPLE.resolve("fashion-cnn.h5");
        ExplorerViewModel before = session.model();
        fx(() ->
                session.opener()
                        .model(
                                ModelSource.of(model),
                                Optional.of(SAMPLE.resolve("calibration-images-idx3-ubyte.gz"))));
        until(() -> session.model() != before);
        Path file = folder.resolve("preferences.json");
        until(() -> Files.exists(file));
        assertThat(PreferencesFile.read(file).recent()).hasSize(1);
    }

    @Test
    void anUnexpectedErrorIsShownWithItsDetails() throws Exception {
        fx(() -> session.crashed(new IllegalStateException("a test")));
        assertThat(fx(this::sheet)).contains("IllegalStateException: a test", "JavaFX");
    }

    @Test
    void aDroppedPictureIsLookedAt() throws Exception {
        BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(30, 20, 0xffffff);
        Path file = folder.resolve("mine.png");
        ImageIO.write(picture, "png", file.toFile());
        fx(() -> session.opener().files(List.of(file)));
        until(() -> session.model().selection().imageProperty().get().index() == ViewedImage.OWN);
        assertThat(session.model().selection().imageProperty().get().pixels()).hasSize(784);
        assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
    }

    @Test
    void aBrokenPictureIsExplained() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.png"), "not a picture");
        fx(() -> session.opener().files(List.of(file)));
        until(() -> session.view().sheets().isVisible());
        assertThat(session.model().selection().imageProperty().get().index()).isZero();
    }

    /** What a window leaves whose process has no number that anybody has. */
    private Path crashed(String name, WindowPart hidden) throws Exception {
        Path recovery = Recovery.folder(folder.resolve("preferences.json"));
        Files.createDirectories(recovery);
        Path left = recovery.resolve(name);
        SessionFile.write(
                left,
                SessionState.of(
                        Experiment.sample("fashion-mnist", 4),
                        Settings.standard(),
                        Set.of(hidden)));
        return left;
    }

    private void press(String name) throws Exception {
        fx(() -> button(name).fire());
    }

    private static void buttons(Node node, List<Node> found) {
        if (node instanceof Button) {
            found.add(node);
        } else if (node instanceof ScrollPane scroll) {
            buttons(scroll.getContent(), found);
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> buttons(child, found));
        }
    }

    private void offer() throws Exception {
        fx(() -> session.offerRecovery());
    }

    /** A file that was named may be asked about; what crashed is offered after that. */
    @Test
    void crashedSessionsWaitForTheSheetThatIsThere() throws Exception {
        crashed("999999999-0123abcd.eccx", WindowPart.TILES);
        fx(() -> session.view().sheets().show("A question", new Label("How is it read?")));
        offer();
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(fx(this::sheet)).contains("How is it read?").doesNotContain("Restore");
        fx(() -> session.view().sheets().close());
        until(() -> sheet().contains("Restore sessions after a crash?"));
    }

    @Test
    void sessionsThatCrashedAreBroughtBackOneByOne() throws Exception {
        Path first = crashed("999999999-0123abcd.eccx", WindowPart.TILES);
        Path second = crashed("999999998-0123abcd.eccx", WindowPart.RUNS);
        Files.setLastModifiedTime(second, FileTime.fromMillis(12_345_000));
        ExplorerViewModel before = session.model();
        offer();
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet))
                .contains("Restore sessions after a crash?", "fashion-cnn.keras");
        press("Restore");
        until(() -> session.model() != before);
        assertThat(session.model().hiddenParts()).containsExactly(WindowPart.TILES);
        until(() -> !Files.exists(first));
        assertThat(second).exists();
        offer();
        until(() -> session.view().sheets().isVisible());
        press("Delete");
        until(() -> !Files.exists(second));
        assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
    }

    private static List<Path> kept(Path recovery) throws IOException {
        if (!Files.isDirectory(recovery)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(recovery)) {
            return files.filter(file -> file.toString().endsWith(".eccx"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    @Test
    void aCrashKeepsTheSession() throws Exception {
        fx(() -> session.model().settings().set(session.model().settings().get().withTimesteps(8)));
        until(() ->
                session.model().runs().measures().isPresent()
                        && !session.model().runs().isRunning());
        fx(() -> session.crashed(new IllegalStateException("a test")));
        Path recovery = Recovery.folder(folder.resolve("preferences.json"));
        until(() -> kept(recovery).size() == 1);
        Path own = kept(recovery).getFirst();
        assertThat(SavedSession.read(own).open().state().runs()).hasSize(1);
        fx(() -> {
            answers.confirmed = true;
            return session.mayClose();
        });
        assertThat(own).doesNotExist();
    }

    @Test
    void lambdaIsMeasuredOnChosenImages() throws Exception {
        ExplorerViewModel before = session.model();
        fx(() -> session.calibrateOn(before.experiment().dataSource() + "@2:6"));
        until(() -> session.model().runs().isRunning());
        until(() -> !session.model().runs().isRunning());
        assertThat(session.model()).isSameAs(before);
        String measured =
                before.runs().focusProperty().get().orElseThrow().settings().calibration();
        assertThat(measured).endsWith("@2:6");
        assertThat(before.calibrations().on(measured).calibration().count()).isEqualTo(4);
        assertThat(fx(this::marks)).containsExactly("λ from test images");
        fx(() -> {
            before.settings().set(before.settings().get().withCalibration("").withTimesteps(8));
            before.currentPage().show(PageId.RUNS);
        });
        until(() -> before.runs().all().size() == 2 && !before.runs().isRunning());
        until(() -> marks().equals(List.of("λ from test images in 1 of 2 runs")));
        fx(() -> before.currentPage().show(PageId.LIVE));
        until(() -> marks().isEmpty());
        fx(before::compare);
        until(() -> marks().equals(List.of("λ from test images in 1 of 2 runs")));
        fx(() -> hyperlink("Calibrate on other images …").fire());
        assertThat(before.currentPage().idProperty().get()).isEqualTo(PageId.DATA);
        assertThat(before.currentPage().comparingProperty().get()).isFalse();
        fx(() -> session.calibrateOn(before.experiment().dataSource() + "@6:2"));
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet)).contains("no such range");
    }

    @Test
    void aModelThatIsGoneIsAskedForAndAStaleSessionIsToldOf() throws Exception {
        Path model = Files.copy(SAMPLE.resolve("fashion-cnn.h5"), folder.resolve("mine.h5"));
        Path file = folder.resolve("mine.eccx");
        Experiment mine =
                Experiment.open(
                        ModelSource.of(model),
                        SAMPLE.resolve("test-images-idx3-ubyte.gz") + "@0:4",
                        null,
                        9,
                        List.of());
        SessionFile.write(file, SessionState.of(mine, Settings.standard(), Set.of()));
        Files.delete(model);
        ExplorerViewModel before = session.model();
        answers.files.add(SAMPLE.resolve("fashion-cnn.keras"));
        fx(() -> session.opener().sessions().open(file));
        until(() -> session.model() != before && session.view().sheets().isVisible());
        assertThat(fx(this::sheet))
                .contains("Something has changed since this session was saved", "SHA-256");
    }

    @Test
    void aSessionIsSavedWhereItCameFromUnlessSomebodyElseWroteThere() throws Exception {
        Path file = folder.resolve("mine.eccx");
        fx(() -> {
            answers.files.add(file);
            session.view().commands().run(Command.SAVE_SESSION);
        });
        Path preferences = folder.resolve("preferences.json");
        until(() -> PreferencesFile.read(preferences).recent().size() == 1);
        assertThat(PreferencesFile.read(preferences).recent().getFirst().title())
                .isEqualTo("mine.eccx");
        Files.setLastModifiedTime(file, FileTime.fromMillis(12_345_000));
        fx(() -> session.view().commands().run(Command.SAVE_SESSION));
        until(() -> answers.questions == 1);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(12_345_000);
        fx(() -> {
            answers.confirmed = true;
            session.view().commands().run(Command.SAVE_SESSION);
        });
        until(() -> Files.getLastModifiedTime(file).toMillis() != 12_345_000);
    }

    @Test
    void whatWasLookedAtIsSeenAgain() throws Exception {
        Path file = folder.resolve("mine.eccx");
        fx(() -> {
            ExplorerViewModel model = session.model();
            model.settings().set(model.settings().get().withTimesteps(8));
        });
        until(() -> !session.model().runs().isRunning());
        fx(() -> {
            ExplorerViewModel model = session.model();
            model.selection().layerProperty().set(2);
            model.selection().selectImage(5);
            model.selection().neuronProperty().set(9);
            model.playback().goTo(3);
            session.view().commands().run(Command.NEURON);
            answers.files.add(file);
            session.view().commands().run(Command.SAVE_SESSION);
        });
        until(() -> Files.exists(file));
        ExplorerViewModel before = session.model();
        fx(() -> session.openNamed(List.of(file.toString())));
        until(() -> session.model() != before);
        ExplorerViewModel after = session.model();
        assertThat(ViewStates.now(after)).isEqualTo(ViewStates.now(before));
        assertThat(after.playback().timestepProperty().get()).isEqualTo(3);
    }

    @Test
    void aComparisonOpensToTheSamePicture() throws Exception {
        run();
        for (double theta : new double[] {0.2, 0.4}) {
            fx(() -> {
                SampleModel.change(session.model().settings(), ConversionOptions.THETA, theta);
            });
            until(() ->
                    session.model().runs().measures().isPresent()
                            && !session.model().runs().isRunning());
        }
        Path file = folder.resolve("mine.eccx");
        fx(() -> {
            session.view().commands().run(Command.COMPARE);
            session.view().repaint();
            session.view().applyCss();
            ((ComboBox<?>) session.view().lookup(".compare-header .combo-box"))
                    .getSelectionModel()
                    .selectLast();
            session.view().repaint();
            answers.files.add(file);
            session.view().commands().run(Command.SAVE_SESSION);
        });
        until(() -> session.preferences().recent().size() == 1);
        ExplorerViewModel before = session.model();
        fx(() -> session.opener().sessions().open(file));
        until(() -> session.model() != before);
        ExplorerViewModel after = session.model();
        fx(() -> session.view().repaint());
        assertThat(ViewStates.now(after).compared()).containsExactly(0, 1);
        assertThat(ViewStates.now(after)).isEqualTo(ViewStates.now(before));
        assertThat(after.currentPage().comparingProperty().get()).isTrue();
    }

    @Test
    void aDamagedSessionOfACrashIsNotOfferedAgain() throws Exception {
        Path recovery = Recovery.folder(folder.resolve("preferences.json"));
        Files.createDirectories(recovery);
        Path left = Files.writeString(recovery.resolve("999999999.eccx"), "half");
        offer();
        until(() -> Files.exists(recovery.resolve("999999999.eccx.bad")));
        assertThat(left).doesNotExist();
        assertThat(fx(() -> session.view().sheets().isVisible())).isFalse();
    }

    @Test
    void theThemeIsRememberedAndGivenBackToTheSystem() throws Exception {
        Path file = folder.resolve("preferences.json");
        boolean dark = fx(() -> session.view().darkProperty().get());
        fx(() -> session.view().commands().run(Command.THEME));
        assertThat(fx(() -> session.view().darkProperty().get())).isNotEqualTo(dark);
        until(() ->
                Files.exists(file)
                        && PreferencesFile.read(file).theme() != Preferences.Theme.SYSTEM);
        fx(() -> session.view().commands().run(Command.SYSTEM_THEME));
        assertThat(fx(() -> session.view().darkProperty().get())).isEqualTo(dark);
        until(() -> PreferencesFile.read(file).theme() == Preferences.Theme.SYSTEM);
    }

    @Test
    void aRecentModelThatIsGoneIsExplainedAndForgotten() throws Exception {
        Recent gone = new Recent("/nowhere/a.keras", "", null, "/nowhere/a.npz");
        fx(() -> {
            session.remember(session.preferences().withRecent(gone));
            session.opener().recent(gone);
        });
        until(() -> session.view().sheets().isVisible());
        assertThat(fx(this::sheet)).contains("a.keras");
        assertThat(session.preferences().recent()).isEmpty();
        fx(() -> {
            session.view().sheets().close();
            session.view().commands().run(Command.PROBLEMS);
        });
        assertThat(fx(this::sheet)).contains("a.keras");
    }

    @Test
    void aPathThatIsNoneIsExplained() throws Exception {
        fx(() -> session.openNamed(List.of("a\0b")));
        assertThat(fx(this::sheet)).contains("not a valid file name");
    }

    @Test
    void theIntroductionIsClosedUntilItIsAskedFor() throws Exception {
        Path file = folder.resolve("preferences.json");
        assertThat(PreferencesFile.read(file).greeted()).isFalse();
        until(() -> session.view().isThere());
        IntroductionBanner banner =
                (IntroductionBanner) fx(() -> session.view().lookup(".greeting"));
        until(() -> banner.figures().contains("Switch a technique off"));
        fx(() -> ((Button) banner.getChildren().getLast()).fire());
        assertThat(banner.isVisible()).isFalse();
        until(() -> PreferencesFile.read(file).greeted());
        fx(() -> session.view().commands().run(Command.INTRODUCTION));
        assertThat(banner.isVisible()).isTrue();
        until(() -> !PreferencesFile.read(file).greeted());
    }
}
