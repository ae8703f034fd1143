package org.eccexplorer.cli;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.lesson.ShippedLessons;
import org.eccexplorer.plot.file.PngFile;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.offscreen.ExplorerPicture;
import org.eccexplorer.ui.offscreen.Headless;
import org.eccexplorer.ui.offscreen.LessonPicture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Renders the window off-screen, after a real run. */
@Command(name = "screenshot", mixinStandardHelpOptions = true, sortOptions = false)
final class ScreenshotCommand implements Callable<Integer> {
    @Option(
            names = "--scene",
            defaultValue = "main",
            paramLabel = "SCENE",
            descriptionKey = "option.scene",
            completionCandidates = Scenes.class)
    private String scene = "main";

    @Option(
            names = "--theme",
            defaultValue = "light",
            paramLabel = "light|dark",
            descriptionKey = "option.theme")
    private String theme = "light";

    @Option(
            names = "--text-size",
            defaultValue = "100",
            paramLabel = "PERCENT",
            descriptionKey = "option.textSize")
    private int textSize = 100;

    @Option(names = "--size", defaultValue = "1440x900", descriptionKey = "option.pictureSize")
    private String size = "1440x900";

    @Option(names = "--lesson", paramLabel = "N[.PAGE]", descriptionKey = "option.pictureLesson")
    private @Nullable String lesson;

    @Option(names = "--images", defaultValue = "200", descriptionKey = "option.pictureImages")
    private int images;

    @Option(
            names = "--sample",
            defaultValue = BundledModels.STANDARD,
            descriptionKey = "option.pictureSample")
    private String sample = BundledModels.STANDARD;

    @Option(names = "--open", paramLabel = "MODEL", descriptionKey = "option.open")
    private @Nullable Path open;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.png",
            descriptionKey = "option.picture")
    private @Nullable Path out;

    /** The scene of a lesson. */
    private static final String LESSON = "lesson";

    /** The names of the scenes. */
    private static final class Scenes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Stream.concat(
                            Arrays.stream(ExplorerPicture.Scenery.values())
                                    .map(scenery -> scenery.name().toLowerCase(Locale.ROOT)),
                            Stream.of(LESSON))
                    .iterator();
        }
    }

    @Override
    public Integer call() throws ProblemException {
        if (!size.matches("\\d{3,4}x\\d{3,4}")) {
            throw ConversionArguments.usage(
                    "--size",
                    ConversionArguments.itIs(size),
                    Texts.text("cli.screenshot.writeSize"));
        }
        if (!theme.matches("light|dark")) {
            throw ConversionArguments.usage(
                    "--theme",
                    ConversionArguments.itIs(theme),
                    Texts.text("cli.screenshot.writeTheme"));
        }
        if (textSize < 100 || textSize > 200) {
            throw ConversionArguments.usage(
                    "--text-size",
                    ConversionArguments.itIs(Integer.toString(textSize)),
                    Texts.text("cli.screenshot.writeTextSize"));
        }
        List<String> scenes = new ArrayList<>();
        new Scenes().forEach(scenes::add);
        if (!scenes.contains(scene)) {
            throw ConversionArguments.usage(
                    "--scene",
                    ConversionArguments.itIs(scene),
                    Texts.text("cli.screenshot.writeScene", String.join(", ", scenes)));
        }
        if (images < 1) {
            throw ConversionArguments.usage(
                    "--images",
                    ConversionArguments.itIs(Integer.toString(images)),
                    Texts.text("cli.screenshot.giveImages"));
        }
        boolean opens = scene.equals("problem") || scene.equals("sweep");
        if (opens != (open != null)) {
            throw ConversionArguments.usage(
                    "--open",
                    Texts.text("cli.screenshot.openAlone"),
                    Texts.text("cli.screenshot.openWithScene"));
        }
        if (scene.equals(LESSON) != (lesson != null)) {
            throw ConversionArguments.usage(
                    "--lesson",
                    Texts.text("cli.screenshot.lessonAlone"),
                    Texts.text("cli.screenshot.openWithScene"));
        }
        if (lesson != null && !isLesson(lesson)) {
            throw ConversionArguments.usage(
                    "--lesson",
                    ConversionArguments.itIs(lesson),
                    Texts.text("cli.screenshot.writeLesson", ShippedLessons.COUNT));
        }
        Path file = Objects.requireNonNull(out);
        AtomicFile.requireWritable(file);
        Headless.start();
        BufferedImage picture;
        try {
            picture = render();
        } finally {
            Headless.end();
        }
        AtomicFile.write(file, stream -> PngFile.write(stream, picture));
        return 0;
    }

    /** A number from 1 on, or one and a page of it; 0 for the list of all. */
    private static boolean isLesson(String text) {
        if (!text.matches("\\d(\\.\\d{1,2})?")) {
            return false;
        }
        int number = number(text);
        return text.equals("0")
                || (number >= 1
                        && number <= ShippedLessons.COUNT
                        && page(text) >= 1
                        && page(text) <= ShippedLessons.lesson(number).pages().size());
    }

    private static int number(String text) {
        return Integer.parseInt(text.substring(0, 1));
    }

    private static int page(String text) {
        return text.length() > 1 ? Integer.parseInt(text.substring(2)) : 1;
    }

    private BufferedImage render() throws ProblemException {
        int mark = size.indexOf('x');
        if (lesson != null) {
            return LessonPicture.render(
                    number(lesson),
                    page(lesson),
                    theme.equals("dark"),
                    textSize,
                    Integer.parseInt(size.substring(0, mark)),
                    Integer.parseInt(size.substring(mark + 1)));
        }
        return ExplorerPicture.render(
                ExplorerPicture.Scenery.valueOf(scene.toUpperCase(Locale.ROOT)),
                sample,
                open,
                theme.equals("dark"),
                textSize,
                Integer.parseInt(size.substring(0, mark)),
                Integer.parseInt(size.substring(mark + 1)),
                images);
    }
}
