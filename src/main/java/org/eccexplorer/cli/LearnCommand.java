package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.lesson.LessonFiles;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonPage;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.window.ExplorerWindow;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens lessons, or checks one of one's own. */
@Command(name = "learn", mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "N|FILE.md", descriptionKey = "option.lesson")
    private @Nullable String lesson;

    @Option(names = "--check", paramLabel = "FILE.md", descriptionKey = "option.check")
    private @Nullable Path check;

    @Override
    public Integer call() throws ProblemException {
        return check == null ? open() : check(check);
    }

    private int open() throws ProblemException {
        String model = BundledModels.open(BundledModels.STANDARD).name();
        Path file = Path.of(lesson == null ? "" : lesson);
        boolean numbered = lesson == null || lesson.matches("\\d{1,4}");
        int number = lesson != null && numbered ? Integer.parseInt(lesson) : 0;
        if (lesson != null && numbered && (number < 1 || number > ShippedLessons.COUNT)) {
            throw ConversionArguments.usage(
                    lesson,
                    Texts.text("cli.learn.noSuchLesson"),
                    Texts.text("cli.learn.chooseLesson", ShippedLessons.COUNT));
        }
        if (!numbered) {
            LessonFiles.read(file);
        }
        WindowCommand.requireDisplay("ecc learn");
        if (numbered) {
            ExplorerWindow.learn(model, number);
        } else {
            ExplorerWindow.learn(model, file);
        }
        return 0;
    }

    private int check(Path file) throws ProblemException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Lesson own = LessonFiles.read(file);
        for (LessonPage page : own.pages()) {
            int words = own.words(page);
            if (words > Lesson.MOST_WORDS) {
                out.println(
                        Texts.text(
                                "cli.learn.long",
                                page.line(),
                                page.title(),
                                words,
                                Lesson.MOST_WORDS));
            }
        }
        out.println(
                Texts.text(
                        "cli.learn.inOrder",
                        own.title(),
                        Texts.counted("cli.learn.pages", own.pages().size()),
                        Texts.counted("cli.learn.questions", own.questions().size()),
                        Texts.counted("cli.learn.checks", own.checks().size())));
        return 0;
    }
}
