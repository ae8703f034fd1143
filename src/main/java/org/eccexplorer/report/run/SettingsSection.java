package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Block.Table.Column;
import org.eccexplorer.report.Block.Table.Row;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What runs were made with: what decides them with its formula, then all of it. */
final class SettingsSection {
    private SettingsSection() {}

    /** The settings that decide a result: not how many threads computed it, nor how. */
    private static List<Setting<?>> all() {
        return Setting.ALL.stream()
                .filter(one -> !one.equals(Setting.THREADS) && !one.equals(Setting.KERNELS))
                .toList();
    }

    static Section of(Settings settings) {
        List<Setting<?>> all = all();
        Block techniques =
                new Block.Table(
                        Texts.text("report.run.techniques"),
                        List.of(
                                Column.words(Texts.text("report.run.setting")),
                                Column.words(Texts.text("report.run.value")),
                                Column.words(Texts.text("report.run.does"))),
                        all.stream()
                                .filter(one -> isTechnique(one.option()) || varies(one, settings))
                                .filter(SettingsSection::isExplained)
                                .map(one -> explained(one, settings))
                                .toList());
        Block others = table(Texts.text("report.run.allSettings"), all, settings);
        return new Section(Texts.text("report.run.settings"), List.of(techniques, others));
    }

    /** Of several runs: what differs, a column each; then what all have in common. */
    static Section of(List<ReportedRun> runs) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Texts.text("report.run.setting")));
        runs.forEach(run -> columns.add(Column.words(run.state().name())));
        Predicate<Setting<?>> differs = one -> values(one, runs).stream().distinct().count() > 1;
        List<Block> blocks = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Setting<?> one : all()) {
            if (differs.test(one)) {
                List<String> cells = new ArrayList<>(List.of(one.option().name()));
                cells.addAll(values(one, runs));
                rows.add(cells);
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(Block.Table.of(Texts.text("report.run.differs"), columns, rows));
        }
        Settings first = runs.getFirst().state().settings();
        List<Setting<?>> common = all().stream().filter(differs.negate()).toList();
        blocks.add(table(Texts.text("report.run.common"), common, first));
        return new Section(Texts.text("report.run.settings"), blocks);
    }

    /** A row for each of these, with its usual value and its option of the command line. */
    private static Block table(String caption, List<Setting<?>> these, Settings settings) {
        return new Block.Table(
                caption,
                List.of(
                        Column.words(Texts.text("report.run.setting")),
                        Column.words(Texts.text("report.run.value")),
                        Column.words(Texts.text("report.run.usually")),
                        Column.words(Texts.text("report.run.argument"))),
                these.stream().map(one -> row(one, settings)).toList());
    }

    private static List<String> values(Setting<?> one, List<ReportedRun> runs) {
        return runs.stream().map(run -> shown(one, run.state().settings())).toList();
    }

    private static boolean isTechnique(Option<?> option) {
        return option instanceof Toggle toggle && ConversionOptions.TECHNIQUES.contains(toggle);
    }

    /** T has a name, and no sentence. */
    private static boolean isExplained(Setting<?> one) {
        return Texts.exists("option." + one.option().key() + ".tooltip");
    }

    /** Whether it is not as usual and changes something. */
    static <T> boolean varies(Setting<T> one, Settings settings) {
        return ConversionOptions.ALL.contains(one.option())
                ? settings.conversion().varies(one.option())
                : !one.get().apply(settings).equals(one.option().standard());
    }

    private static Row explained(Setting<?> one, Settings settings) {
        return Row.of(List.of(one.option().name(), shown(one, settings), one.option().tooltip()));
    }

    private static <T> Row row(Setting<T> one, Settings settings) {
        Option<T> option = one.option();
        return new Row(
                List.of(
                        name(option),
                        shown(one, settings),
                        shown(option, option.standard()),
                        option.argument()),
                varies(one, settings));
    }

    private static String name(Option<?> option) {
        return Texts.exists("option." + option.key() + ".name") ? option.name() : option.key();
    }

    static <T> String shown(Setting<T> one, Settings settings) {
        return shown(one.option(), one.get().apply(settings));
    }

    private static <T> String shown(Option<T> option, T value) {
        Optional<String> word =
                Optional.of(value)
                        .filter(Boolean.class::isInstance)
                        .map(on ->
                                Texts.text(on.equals(true) ? "report.run.on" : "report.run.off"));
        String shown = word.orElseGet(() -> option.shown(value));
        return shown.isEmpty() ? Numbers.NONE : shown;
    }
}
