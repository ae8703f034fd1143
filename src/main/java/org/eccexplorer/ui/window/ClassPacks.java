package org.eccexplorer.ui.window;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.eccexplorer.app.lesson.LessonFiles;
import org.eccexplorer.app.open.FileFilters;
import org.eccexplorer.app.session.PackPlan;
import org.eccexplorer.app.session.PackWriter;
import org.eccexplorer.app.session.PackedLesson;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.dialog.Dialogs;
import org.eccexplorer.ui.fx.Background;

/** Makes class packs of what a window shows. */
final class ClassPacks {
    private final OpenWindow window;
    private final Dialogs dialogs;

    ClassPacks(OpenWindow window, Dialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
    }

    /** A lesson with its file. */
    private record Own(PackedLesson file, Lesson lesson) {}

    /** Asks what a pack is to hold. */
    void ask() {
        List<PackedLesson> shipped =
                IntStream.rangeClosed(1, ShippedLessons.COUNT)
                        .mapToObj(PackedLesson::shipped)
                        .toList();
        window.sheets()
                .show(
                        Texts.text("ui.window.packTitle"),
                        new ClassPackSheet(
                                window.model(),
                                shipped,
                                this::add,
                                this::save,
                                () -> window.sheets().close()));
    }

    private void add(ClassPackSheet sheet) {
        dialogs.chooseFile(
                        Texts.text("ui.window.packOwn"),
                        Texts.text("ui.window.packOwnKind"),
                        List.of("*.md"))
                .ifPresent(file ->
                        Background.run(
                                () -> read(file),
                                own -> sheet.offer(own.file(), own.lesson()),
                                failure ->
                                        window.explain(
                                                file.toString(),
                                                ProblemException.of(file.toString(), failure))));
    }

    private static Own read(Path file) throws ProblemException {
        PackedLesson packed = PackedLesson.of(file, LessonFiles.text(file));
        return new Own(packed, packed.read());
    }

    private void save(PackPlan plan) {
        dialogs.saveFile(
                        Texts.text("ui.window.packSave"),
                        Texts.text("ui.window.packFile"),
                        FileFilters.SESSIONS)
                .ifPresent(file -> save(file, plan));
    }

    private void save(Path file, PackPlan plan) {
        window.sheets().close();
        Background.save(
                () -> {
                    PackWriter.write(file, plan);
                    return file;
                },
                written -> window.say(Texts.text("ui.window.packSaved", written)),
                failure ->
                        window.explain(
                                Texts.text("ui.window.packNotSaved"),
                                ProblemException.of(file.toString(), failure)));
    }
}
