package org.eccexplorer.app.session;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.plot.file.FigureChoice;

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
    private static final int MAX_RECENT = 8;
    private static final int MAX_TASKS = 1000;

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
