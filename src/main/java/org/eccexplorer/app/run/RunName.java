package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.option.Option;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.text.Texts;

/** Names runs by what is switched, and by what else is not as usual: "CN + TRE · θ 0.3". */
public final class RunName {
    /** These come first, the others follow in the order of their definitions. */
    private static final List<Option<?>> FIRST =
            List.of(
                    ConversionOptions.THETA,
                    ConversionOptions.THETA_TIMING,
                    ConversionOptions.KAPPA);

    private static final List<Option<?>> ORDER = order();

    private RunName() {}

    /**
     * Something that is not as usual.
     *
     * @param options which say so
     * @param text it in a word or two
     */
    public record Variation(List<Option<?>> options, String text) {
        public Variation {
            options = List.copyOf(options);
        }

        private static <T> Variation of(Option<T> option, T value) {
            return new Variation(List.of(option), option.named(value));
        }
    }

    private static List<Option<?>> order() {
        Set<Option<?>> order = new LinkedHashSet<>(FIRST);
        order.addAll(ConversionOptions.ALL);
        order.removeAll(ConversionOptions.TECHNIQUES);
        return List.copyOf(order);
    }

    public static String of(Settings settings) {
        List<String> parts = new ArrayList<>();
        parts.add(settings.conversion().techniques());
        variations(settings).forEach(variation -> parts.add(variation.text()));
        return String.join(" · ", parts);
    }

    /** What is not as usual besides the techniques, the closed form too. */
    public static List<Variation> variations(Settings settings) {
        List<Variation> found = variations(settings.conversion());
        if (!settings.calibration().isEmpty()) {
            String images = DataSpec.of(settings.calibration()).shortened().toString();
            found.add(new Variation(List.of(), Texts.text("app.run.namedCalibration", images)));
        }
        found.addAll(variations(settings.closedForm()));
        add(found, Schedule.OPTION, settings.schedule());
        add(found, ReadingChoice.FROM, settings.reading().from());
        add(found, ReadingChoice.EARLY_EXIT, settings.reading().epsilon());
        return found;
    }

    /** What a closed form leaves out that is usual. */
    public static List<Variation> variations(ClosedForm.Variant variant) {
        List<Variation> found = new ArrayList<>();
        add(found, Settings.EXTENSION, (long) variant.extension());
        add(found, Settings.ROUNDED, variant.rounded());
        return found;
    }

    private static <T> void add(List<Variation> found, Option<T> option, T value) {
        if (!value.equals(option.standard())) {
            found.add(Variation.of(option, value));
        }
    }

    /** What is not as usual and matters under these techniques. */
    private static List<Variation> variations(ConversionOptions options) {
        List<Variation> found = new ArrayList<>();
        boolean spKeras = options.isSpKeras();
        for (Option<?> option : ORDER) {
            if (options.varies(option)
                    && !(spKeras && ConversionOptions.SPKERAS.contains(option))) {
                found.add(variation(options, option));
            }
        }
        if (spKeras) {
            found.add(new Variation(ConversionOptions.SPKERAS, Texts.text("app.run.namedSpKeras")));
        }
        return found;
    }

    private static Variation variation(ConversionOptions options, Option<?> option) {
        return new Variation(List.of(option), options.named(option));
    }
}
