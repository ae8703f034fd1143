package org.eccexplorer.ui.files;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import org.eccexplorer.app.live.NetworkExport;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.trace.TraceKind;
import org.eccexplorer.ui.command.Command;
import org.eccexplorer.ui.command.Commands;
import org.eccexplorer.ui.command.Condition;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Background;
import org.eccexplorer.ui.state.ExplorerViewModel;
import org.eccexplorer.ui.state.Viewed;

/** Writes the network of the focused run for other programs, off the FX thread. */
final class NetworkSaver {
    private final ExplorerViewModel model;
    private final Host window;
    private final Dialogs dialogs;

    NetworkSaver(Host window, ExplorerViewModel model, Dialogs dialogs) {
        this.window = window;
        this.model = model;
        this.dialogs = dialogs;
    }

    void addTo(Commands commands) {
        Condition run =
                new Condition(
                        Bindings.createBooleanBinding(
                                this::hasRun, model.runs().all(), model.runs().focusProperty()),
                        Texts.text("ui.files.noResultsYet"));
        commands.on(Command.EXPORT_PYTORCH, () -> model.viewed().ifPresent(this::script), run)
                .on(Command.EXPORT_ONNX, () -> model.viewed().ifPresent(this::onnx), run)
                .on(Command.EXPORT_TRACES, () -> model.viewed().ifPresent(this::traces), run);
    }

    private boolean hasRun() {
        return model.runs()
                .focusProperty()
                .get()
                .filter(run -> run.prepared().isPresent() && run.snapshot().isPresent())
                .isPresent();
    }

    private void script(Viewed viewed) {
        dialogs.chooseFolder(Texts.text("ui.files.folderForScript"))
                .map(parent -> parent.resolve(Texts.text("ui.files.scriptSubfolder")))
                .ifPresent(folder -> script(viewed.focus(), folder));
    }

    private void script(RunState run, Path folder) {
        Experiment experiment = model.experiment();
        window.say(Texts.text("ui.files.scriptWriting"));
        Background.save(
                () -> NetworkExport.script(folder, experiment, run),
                script -> window.say(Texts.text("ui.files.saved", script)),
                explaining(folder));
    }

    private void onnx(Viewed viewed) {
        dialogs.saveFile(
                        Texts.text("ui.files.saveOnnx"),
                        model.experiment().model().network().name() + ".onnx",
                        FileFilters.ONNX)
                .ifPresent(file -> onnx(viewed.focus(), file));
    }

    private void onnx(RunState run, Path file) {
        Experiment experiment = model.experiment();
        Background.save(
                () -> NetworkExport.onnx(file, experiment, run),
                agreement ->
                        window.say(
                                Texts.text(
                                        "ui.files.onnxWritten",
                                        file,
                                        Numbers.count(agreement.same()),
                                        Texts.counted("cli.images", agreement.images()),
                                        Numbers.compact(agreement.error()))),
                explaining(file));
    }

    private void traces(Viewed viewed) {
        dialogs.saveFile(
                        Texts.text("ui.files.saveTraces"),
                        "traces" + TraceKind.NPZ.ending(),
                        Arrays.stream(TraceKind.values()).map(kind -> "*" + kind.ending()).toList())
                .ifPresent(file -> traces(viewed, file));
    }

    private void traces(Viewed viewed, Path file) {
        window.say(Texts.text("ui.files.tracesWriting"));
        Background.save(
                () -> {
                    NetworkExport.traces(
                            file,
                            TraceKind.of(file),
                            viewed.focus(),
                            viewed.image(),
                            viewed.layer(),
                            Math.max(0, viewed.neuron()));
                    return file;
                },
                written -> window.say(Texts.text("ui.files.saved", written)),
                explaining(file));
    }

    private Consumer<Exception> explaining(Path where) {
        return failure ->
                window.explain(
                        Texts.text("ui.files.notExported"),
                        ProblemException.of(where.toString(), failure));
    }
}
