package org.eccexplorer.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eccexplorer.app.lesson.LessonFiles;
import org.eccexplorer.app.open.Experiment;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.session.PackPlan;
import org.eccexplorer.app.session.PackWriter;
import org.eccexplorer.app.session.PackedLesson;
import org.eccexplorer.app.session.WindowPart;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.cli.arguments.Interruption;
import org.eccexplorer.cli.arguments.SourceArguments;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a class pack: model, images, settings, lessons and notes in one file. */
@Command(name = "pack", mixinStandardHelpOptions = true, sortOptions = false)
final class PackCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String NONE = "none";

    @Spec private @Nullable CommandSpec spec;

    @Mixin private SourceArguments source = new SourceArguments();

    @Mixin private ConversionArguments conversion = new ConversionArguments();

    @Option(names = "--images", defaultValue = "100", descriptionKey = "option.packImages")
    private int images = PackPlan.USUAL_IMAGES;

    @Option(names = "--draw", descriptionKey = "option.draw")
    private boolean draw;

    @Option(
            names = "--lessons",
            defaultValue = ALL,
            paramLabel = "all|none|N,FILE.md,…",
            descriptionKey = "option.lessons")
    private String lessons = ALL;

    @Option(
            names = "--hide",
            defaultValue = "",
            paramLabel = "PART,…",
            descriptionKey = "option.hide")
    private String hide = "";

    @Option(names = "--notes", paramLabel = "FILE", descriptionKey = "option.notes")
    private @Nullable Path notes;

    @Option(names = "--title", paramLabel = "TEXT", descriptionKey = "option.packTitle")
    private @Nullable String title;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.eccx",
            descriptionKey = "option.packOut")
    private @Nullable Path out;

    @Option(names = "--force", descriptionKey = "option.packForce")
    private boolean force;

    @Override
    public Integer call() throws ProblemException {
        Settings settings = source.settings(conversion.options());
        Path target = Objects.requireNonNull(out);
        if (images < 1) {
            throw ConversionArguments.usage(
                    "--images",
                    ConversionArguments.itIs(Integer.toString(images)),
                    Texts.text("cli.arguments.giveAtLeastOne"));
        }
        if (Files.exists(target) && !force) {
            throw ConversionArguments.usage(
                    "--out",
                    Texts.text("cli.pack.isThere", target),
                    Texts.text("cli.pack.addForce"));
        }
        Set<WindowPart> hidden = hidden();
        List<PackedLesson> packed = lessons();
        String said = notes == null ? "" : LessonFiles.text(notes);
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        return Interruption.during(
                err,
                cancellation -> {
                    Experiment all = source.open(cancellation);
                    OptionalLong seed =
                            draw ? OptionalLong.of(settings.seed()) : OptionalLong.empty();
                    Experiment chosen = PackPlan.chosen(all, images, seed);
                    String name =
                            title == null
                                    ? Texts.text("cli.pack.title", all.model().file().getFileName())
                                    : title;
                    PackWriter.write(
                            target, new PackPlan(name, chosen, settings, hidden, packed, said));
                    say(target, chosen, hidden, packed);
                });
    }

    private void say(
            Path target, Experiment chosen, Set<WindowPart> hidden, List<PackedLesson> packed) {
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        Texts.text(
                                "cli.pack.written",
                                target,
                                chosen.model().file().getFileName(),
                                Texts.counted("cli.images", chosen.test().count()),
                                Texts.counted("cli.pack.lessons", packed.size()),
                                Texts.counted("cli.pack.hidden", hidden.size()),
                                Numbers.count(target.toFile().length() >> 10)));
    }

    private Set<WindowPart> hidden() throws ProblemException {
        Set<WindowPart> parts = EnumSet.noneOf(WindowPart.class);
        for (String word : words(hide)) {
            parts.add(
                    WindowPart.named(word)
                            .orElseThrow(() ->
                                    ConversionArguments.usage(
                                            "--hide",
                                            ConversionArguments.itIs(word),
                                            Texts.text(
                                                    "cli.pack.writeParts",
                                                    Arrays.stream(WindowPart.values())
                                                            .map(WindowPart::word)
                                                            .collect(Collectors.joining(", "))))));
        }
        return parts;
    }

    private List<PackedLesson> lessons() throws ProblemException {
        if (lessons.equals(ALL)) {
            return IntStream.rangeClosed(1, ShippedLessons.COUNT)
                    .mapToObj(PackedLesson::shipped)
                    .toList();
        }
        List<PackedLesson> chosen = new ArrayList<>();
        for (String word : words(lessons.equals(NONE) ? "" : lessons)) {
            boolean numbered = word.matches("\\d{1,3}");
            int number = numbered ? Integer.parseInt(word) : 0;
            if (numbered && (number < 1 || number > ShippedLessons.COUNT)) {
                throw ConversionArguments.usage(
                        "--lessons",
                        ConversionArguments.itIs(word),
                        Texts.text("cli.learn.chooseLesson", ShippedLessons.COUNT));
            }
            chosen.add(
                    numbered
                            ? PackedLesson.shipped(number)
                            : PackedLesson.of(Path.of(word), LessonFiles.text(Path.of(word))));
        }
        return chosen;
    }

    private static List<String> words(String list) {
        return Stream.of(list.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
