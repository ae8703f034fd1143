package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.eccexplorer.app.lesson.LessonFiles;
import org.eccexplorer.lesson.Lesson;
import org.eccexplorer.lesson.LessonPage;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a lesson of one's own. */
@Command(name = "learn", mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--check",
            required = true,
            paramLabel = "FILE.md",
            descriptionKey = "option.check")
    private @Nullable Path check;

    @Override
    public Integer call() throws ProblemException {
        Path file = Objects.requireNonNull(check);
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Lesson lesson = LessonFiles.read(file);
        for (LessonPage page : lesson.pages()) {
            int words = lesson.words(page);
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
                        lesson.title(),
                        Texts.counted("cli.learn.pages", lesson.pages().size()),
                        Texts.counted("cli.learn.questions", lesson.questions().size()),
                        Texts.counted("cli.learn.checks", lesson.checks().size())));
        return 0;
    }
}
