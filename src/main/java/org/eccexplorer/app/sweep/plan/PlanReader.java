package org.eccexplorer.app.sweep.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.files.TextFile;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.yaml.LineFaults;
import org.eccexplorer.yaml.YamlNode;
import org.eccexplorer.yaml.YamlText;

/** Reads a plan, a text in YAML; docs/sweep.md describes it. */
public final class PlanReader {
    /** The most runs of a plan. */
    static final int MOST_TASKS = 1_000_000;

    private static final int MOST_BYTES = 1 << 20;
    private static final String[] KEYS = {
        "models", "images", "timesteps", "at", "seeds", "settings", "sampling", "input-macs"
    };
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9}):(\\d{1,9})");
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");

    private final YamlNode plan;
    private final LineFaults faults;

    private PlanReader(YamlNode plan, LineFaults faults) {
        this.plan = plan;
        this.faults = faults;
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException with line and reason of all that is wrong
     */
    public static SweepPlan read(Path file) throws ProblemException {
        String text =
                TextFile.read(
                        file,
                        MOST_BYTES,
                        Texts.text("app.sweep.unreadable"),
                        Texts.text("app.sweep.chooseFile"));
        Path folder = file.toAbsolutePath().normalize().getParent();
        return read(file.toString(), text, folder == null ? file.toAbsolutePath() : folder);
    }

    /**
     * Reads a text.
     *
     * @param file its name in messages
     * @param folder that its paths start from
     * @throws ProblemException with line and reason of all that is wrong
     */
    public static SweepPlan read(String file, String text, Path folder) throws ProblemException {
        LineFaults faults = new LineFaults(file, Texts.text("app.sweep.remedy"));
        String plain = text.replace("\uFEFF", "");
        PlanReader reader = new PlanReader(YamlText.read(plain, 0, faults), faults);
        SweepPlan read = reader.plan(plain, folder);
        faults.end();
        return read;
    }

    private SweepPlan plan(String text, Path folder) throws ProblemException {
        plan.allowOnly(KEYS);
        List<Subject> subjects = new SubjectReader(folder, faults).read(plan);
        List<Slice> slices = slices();
        List<SweepPlan.Place> places = new ArrayList<>();
        for (Subject subject : new LinkedHashSet<>(subjects)) {
            for (Slice slice : slices) {
                places.add(new SweepPlan.Place(subject, slice));
            }
        }
        Set<NamedSetting> settings = new SettingsReader(plan, faults).read();
        List<Long> seeds = seeds();
        double tasks = (double) places.size() * settings.size() * seeds.size();
        if (tasks > MOST_TASKS) {
            faults.add(
                    plan.line("settings"),
                    Texts.text("app.sweep.tooMany"),
                    Texts.text(
                            "app.sweep.tooManyWhy",
                            Numbers.count(Math.round(tasks)),
                            Numbers.count(MOST_TASKS)));
            faults.end();
        }
        return new SweepPlan(text, folder, places, List.copyOf(settings), seeds, at(), inputMacs());
    }

    /** All test images, the first ones, or some ranges of them. */
    private List<Slice> slices() {
        Set<Slice> slices = new LinkedHashSet<>();
        for (YamlNode.Item item : plan.items("images")) {
            String written = item.text().orElse("");
            Matcher range = RANGE.matcher(written);
            if (COUNT.matcher(written).matches()) {
                slices.add(new Slice(0, Integer.parseInt(written)));
            } else if (range.matches()
                    && Integer.parseInt(range.group(1)) < Integer.parseInt(range.group(2))) {
                slices.add(
                        new Slice(
                                Integer.parseInt(range.group(1)),
                                Integer.parseInt(range.group(2))));
            } else {
                faults.add(
                        item.line(),
                        Texts.text("app.sweep.badImages"),
                        Texts.text("app.sweep.badImagesWhy"));
            }
        }
        return slices.isEmpty() ? List.of(Slice.ALL) : List.copyOf(slices);
    }

    private List<Long> seeds() {
        List<Long> seeds =
                numbers("seeds", text -> Settings.SEED.checked(Settings.SEED.parse(text)));
        return seeds.isEmpty() ? List.of(Settings.SEED.standard()) : seeds;
    }

    private List<Integer> at() {
        List<Long> at =
                numbers("at", text -> Settings.TIMESTEPS.checked(Settings.TIMESTEPS.parse(text)));
        return new TreeSet<>(at).stream().map(Long::intValue).toList();
    }

    private List<Long> numbers(String key, Function<String, Long> parse) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (YamlNode.Item item : plan.items(key)) {
            try {
                numbers.add(parse.apply(item.text().orElse("")));
            } catch (IllegalArgumentException e) {
                faults.add(
                        item.line(),
                        Texts.text("yaml.notANumber"),
                        Texts.text("yaml.itIs", item.text().orElse("")));
            }
        }
        return List.copyOf(numbers);
    }

    private InputMacs inputMacs() {
        Optional<YamlNode.Item> item = plan.items("input-macs").stream().findFirst();
        try {
            return item.flatMap(YamlNode.Item::text)
                    .map(InputMacs.OPTION::parse)
                    .orElse(InputMacs.OPTION.standard());
        } catch (IllegalArgumentException e) {
            faults.add(
                    plan.line("input-macs"),
                    Texts.text("yaml.notRead", "input-macs"),
                    Texts.text("app.sweep.oneOf", InputMacs.OPTION.range()));
            return InputMacs.OPTION.standard();
        }
    }
}
