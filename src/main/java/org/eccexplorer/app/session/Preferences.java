package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eccexplorer.app.open.ImageChoice;
import org.eccexplorer.app.open.ModelSource;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.files.HostSystem;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.plot.file.FigureChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the program remembers from one start to the next.
 *
 * @param theme light, dark, or as the system has it
 * @param x left edge of the window, NaN for anywhere
 * @param y upper edge of the window, NaN for anywhere
 * @param width of the window in pixels
 * @param maximised whether the window takes the whole screen
 * @param textPercent size of text in percent of the usual one, 100 to 200
 * @param greeted whether the hint for newcomers was closed
 * @param dense what multiplies dense matrices
 * @param recent what was opened, the newest first
 * @param figure how charts were saved the last time
 * @param energy how energy is counted
 * @param lessons tasks that were done, as {@code lesson:task}
 * @param scores the best score of a task, by {@code lesson:task}
 */
public record Preferences(
        Theme theme,
        double x,
        double y,
        double width,
        double height,
        boolean maximised,
        int textPercent,
        boolean greeted,
        DenseChoice dense,
        List<Recent> recent,
        FigureChoice figure,
        Energy energy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> lessons,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> scores) {
    private static final Logger LOG = LoggerFactory.getLogger(Preferences.class);
    private static final int MAX_RECENT = 8;
    private static final int MAX_TASKS = 1000;
    private static final long MAX_BYTES = 1 << 20;
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /**
     * How energy is counted.
     *
     * @param model its key
     * @param inputMacs how often the MACs of a constant input current are counted
     */
    public record Energy(String model, InputMacs inputMacs) {
        public Energy {
            model = Objects.requireNonNullElse(model, EnergyModel.STANDARD.key());
            inputMacs = Objects.requireNonNullElse(inputMacs, InputMacs.OPTION.standard());
        }

        static Energy of(Accounting accounting) {
            return new Energy(accounting.model().key(), accounting.inputMacs());
        }

        /** The model of that key, or the standard one. */
        public Accounting accounting() {
            return new Accounting(EnergyModel.named(model), inputMacs);
        }
    }

    /** The look that was chosen. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * A model that was opened, with its images, or a session.
     *
     * @param weights empty if they are in the model's own file
     * @param size of the input, null if the model says it
     * @param data empty for a session
     * @param calibration images that λ was measured on last; empty: the test images
     * @param images at most this many test images; 0: as many as are usual
     * @param classNames as the user gave them
     */
    public record Recent(
            String model,
            String weights,
            @Nullable Shape size,
            String data,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) String calibration,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int images,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> classNames) {
        public Recent {
            model = Objects.requireNonNullElse(model, "");
            weights = Objects.requireNonNullElse(weights, "");
            data = Objects.requireNonNullElse(data, "");
            calibration = Objects.requireNonNullElse(calibration, "");
            images = Math.max(0, images);
            classNames =
                    Objects.requireNonNullElse(classNames, List.<String>of()).stream()
                            .filter(Objects::nonNull)
                            .toList();
        }

        /** Something with all else as usual. */
        public Recent(String model, String weights, @Nullable Shape size, String data) {
            this(model, weights, size, data, "", 0, List.of());
        }

        /** A session. */
        public static Recent session(Path file) {
            return new Recent(file.toAbsolutePath().toString(), "", null, "");
        }

        /** A model with its images. */
        public static Recent model(ModelSource source, ImageChoice images) {
            Path weights = source.weights();
            return new Recent(
                    source.file().toAbsolutePath().toString(),
                    weights == null ? "" : weights.toAbsolutePath().toString(),
                    source.size(),
                    absolute(images.data()),
                    images.calibration().isEmpty() ? "" : absolute(images.calibration()),
                    images.most() == ImageChoice.STANDARD_MOST ? 0 : images.most(),
                    images.classNames());
        }

        private static String absolute(String source) {
            return DataSpec.of(source)
                    .withFiles(file -> {
                        Path given = Path.of(file);
                        Path place = given.toAbsolutePath();
                        return given.isAbsolute() || Files.exists(place) ? place.toString() : file;
                    })
                    .toString();
        }

        /** The images that it is opened with. */
        public ImageChoice choice() {
            return new ImageChoice(
                    data,
                    calibration,
                    images == 0 ? ImageChoice.STANDARD_MOST : images,
                    classNames);
        }

        /** The same with other images. */
        public Recent with(ImageChoice chosen) {
            return model(source(), chosen);
        }

        /** Whether both are the same model with the same test images. */
        boolean opensLike(Recent other) {
            return model.equals(other.model)
                    && weights.equals(other.weights)
                    && Objects.equals(size, other.size)
                    && data.equals(other.data);
        }

        /** Where the model is read from. */
        public ModelSource source() {
            return new ModelSource(
                    Path.of(model), weights.isEmpty() ? null : Path.of(weights), size);
        }

        /** Its name for a menu, made without a look at any disk. */
        public String title() {
            String parts = weights.isEmpty() ? last(model) : last(model) + " + " + last(weights);
            String images = data.isEmpty() ? parts : parts + " · " + last(data);
            return calibration.isEmpty() ? images : images + " · λ: " + last(calibration);
        }

        private static String last(String path) {
            return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        }
    }

    /** Whatever stood in the file, what comes of it can be used. */
    public Preferences {
        theme = Objects.requireNonNullElse(theme, Theme.SYSTEM);
        width = width >= 100 && width <= 100_000 ? width : 1440;
        height = height >= 100 && height <= 100_000 ? height : 900;
        textPercent = textPercent >= 100 && textPercent <= 200 ? textPercent : 100;
        dense = Objects.requireNonNullElse(dense, DenseChoice.VECTOR);
        recent =
                Objects.requireNonNullElse(recent, List.<Recent>of()).stream()
                        .filter(Objects::nonNull)
                        .filter(one -> !one.model().isBlank())
                        .limit(MAX_RECENT)
                        .toList();
        figure = Objects.requireNonNullElse(figure, FigureChoice.STANDARD);
        energy = Objects.requireNonNullElse(energy, Energy.of(Accounting.STANDARD));
        lessons =
                Objects.requireNonNullElse(lessons, List.<String>of()).stream()
                        .filter(Objects::nonNull)
                        .limit(MAX_TASKS)
                        .toList();
        scores = new TreeMap<>(Objects.requireNonNullElse(scores, Map.<String, Double>of()));
        scores.values().removeIf(score -> score == null || !Double.isFinite(score));
        scores = Collections.unmodifiableMap(scores);
    }

    /** Those of a first start. */
    public static Preferences standard() {
        return new Preferences(
                Theme.SYSTEM,
                Double.NaN,
                Double.NaN,
                1440,
                900,
                false,
                100,
                false,
                DenseChoice.VECTOR,
                List.of(),
                FigureChoice.STANDARD,
                Energy.of(Accounting.STANDARD),
                List.of(),
                Map.of());
    }

    /** The file for this user: as the system wants it, or as {@code ecc.preferences} says. */
    public static Path file() {
        String given = System.getProperty("ecc.preferences", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        Path home = Path.of(System.getProperty("user.home", ""));
        Path folder = HostSystem.current().configuration(home, System::getenv);
        return folder.resolve("ecc-explorer").resolve("preferences.json");
    }

    /**
     * What was written last; the standard ones if there is nothing that can be read. A file that is
     * damaged stays beside them, its name ending in {@code .bad}.
     */
    public static Preferences read(Path file) {
        if (!Files.isRegularFile(file)) {
            return standard();
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new IllegalArgumentException("too large");
            }
            return JSON.readValue(Files.readAllBytes(file), Preferences.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("The preferences {} are damaged: {}", file, e.getMessage());
            setAside(file);
            return standard();
        } catch (IOException e) {
            LOG.warn("The preferences {} cannot be read: {}", file, e.getMessage());
            return standard();
        }
    }

    private static void setAside(Path file) {
        Path kept = file.resolveSibling(file.getFileName() + ".bad");
        try {
            Files.move(file, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("They cannot be kept as {}: {}", kept, e.getMessage());
        }
    }

    /** Writes them, making the folder if it is missing. */
    public void write(Path file) throws ProblemException {
        AtomicFile.requireOwnFolder(file);
        AtomicFile.write(
                file,
                out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this)));
    }

    /** With another look. */
    public Preferences withTheme(Theme other) {
        return with(draft -> draft.theme = other);
    }

    /** With the window at another place; of a maximised one the place before it stays. */
    public Preferences withWindow(double left, double top, double wide, double high) {
        return with(draft -> {
            draft.x = left;
            draft.y = top;
            draft.width = wide;
            draft.height = high;
            draft.maximised = false;
        });
    }

    /** With a window that takes the whole screen. */
    public Preferences withWholeScreen() {
        return with(draft -> draft.maximised = true);
    }

    /** With text of another size. */
    public Preferences withTextPercent(int percent) {
        return with(draft -> draft.textPercent = percent);
    }

    /** With the introduction for newcomers closed, or shown again. */
    public Preferences withGreeted(boolean closed) {
        return with(draft -> draft.greeted = closed);
    }

    /** With another choice of what multiplies dense matrices. */
    public Preferences withDense(DenseChoice other) {
        return with(draft -> draft.dense = other);
    }

    /** With another way to save charts. */
    public Preferences withFigure(FigureChoice other) {
        return with(draft -> draft.figure = other);
    }

    /** The tasks of a lesson that were done. */
    public Set<String> done(String lesson) {
        String before = lesson + ":";
        return lessons.stream()
                .filter(one -> one.startsWith(before))
                .map(one -> one.substring(before.length()))
                .collect(Collectors.toSet());
    }

    /** With the tasks of a lesson that are done. */
    public Preferences withDone(String lesson, Set<String> tasks) {
        String before = lesson + ":";
        List<String> all =
                new ArrayList<>(lessons.stream().filter(one -> !one.startsWith(before)).toList());
        tasks.stream().sorted().forEach(task -> all.add(before + task));
        return with(draft -> draft.lessons = all);
    }

    /** The best score of each task of a lesson that has one. */
    public Map<String, Double> scores(String lesson) {
        String before = lesson + ":";
        return scores.entrySet().stream()
                .filter(one -> one.getKey().startsWith(before))
                .collect(
                        Collectors.toMap(
                                one -> one.getKey().substring(before.length()),
                                Map.Entry::getValue));
    }

    /** With the best scores of a lesson. */
    public Preferences withScores(String lesson, Map<String, Double> best) {
        String before = lesson + ":";
        Map<String, Double> all = new TreeMap<>(scores);
        all.keySet().removeIf(key -> key.startsWith(before));
        best.forEach((task, score) -> all.put(before + task, score));
        return with(draft -> draft.scores = all);
    }

    /** With another way to count energy. */
    public Preferences withAccounting(Accounting other) {
        return with(draft -> draft.energy = Energy.of(other));
    }

    /** With something that was just opened. */
    public Preferences withRecent(Recent opened) {
        List<Recent> all = new ArrayList<>(recent);
        all.removeIf(opened::opensLike);
        all.addFirst(opened);
        return withRecent(all);
    }

    /** With a model opened otherwise from now on, if it was opened. */
    public Preferences withChanged(Recent opened, UnaryOperator<ImageChoice> change) {
        return recent.stream()
                .filter(opened::opensLike)
                .findFirst()
                .map(known -> withRecent(known.with(change.apply(known.choice()))))
                .orElse(this);
    }

    /** Without something that cannot be opened any more. */
    public Preferences without(Recent gone) {
        return withRecent(recent.stream().filter(one -> !one.opensLike(gone)).toList());
    }

    private Preferences withRecent(List<Recent> all) {
        return with(draft -> draft.recent = all);
    }

    private Preferences with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /** Preferences on their way to being others. */
    private static final class Draft {
        private Theme theme;
        private double x;
        private double y;
        private double width;
        private double height;
        private boolean maximised;
        private int textPercent;
        private boolean greeted;
        private DenseChoice dense;
        private List<Recent> recent;
        private FigureChoice figure;
        private Energy energy;
        private List<String> lessons;
        private Map<String, Double> scores;

        Draft(Preferences from) {
            theme = from.theme;
            x = from.x;
            y = from.y;
            width = from.width;
            height = from.height;
            maximised = from.maximised;
            textPercent = from.textPercent;
            greeted = from.greeted;
            dense = from.dense;
            recent = from.recent;
            figure = from.figure;
            energy = from.energy;
            lessons = from.lessons;
            scores = from.scores;
        }

        Preferences done() {
            return new Preferences(
                    theme,
                    x,
                    y,
                    width,
                    height,
                    maximised,
                    textPercent,
                    greeted,
                    dense,
                    recent,
                    figure,
                    energy,
                    lessons,
                    scores);
        }
    }
}
