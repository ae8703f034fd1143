package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The combinations of the three techniques, everything else as given. */
public final class Combinations {
    private Combinations() {}

    /** All eight, from all three techniques to none. */
    public static List<ConversionOptions> all(ConversionOptions options) {
        List<ConversionOptions> all = new ArrayList<>();
        for (int mask = 7; mask >= 0; mask--) {
            all.add(of(options, (mask & 4) != 0, (mask & 2) != 0, (mask & 1) != 0));
        }
        return all;
    }

    private static ConversionOptions of(
            ConversionOptions options, boolean cn, boolean tre, boolean cmb) {
        return options.with(ConversionOptions.CURRENT_NORMALISATION, cn)
                .with(ConversionOptions.RESIDUAL_ELIMINATION, tre)
                .with(ConversionOptions.BATCH_NORM_CONSISTENCY, cmb);
    }

    /** Those written as "cn+tre", "cmb", "none". */
    public static List<ConversionOptions> named(ConversionOptions options, List<String> names)
            throws ProblemException {
        List<ConversionOptions> chosen = new ArrayList<>();
        for (String name : names) {
            Set<String> on = Set.copyOf(List.of(name.toLowerCase(Locale.ROOT).split("\\+", -1)));
            if (!Set.of("cn", "tre", "cmb", "none").containsAll(on)
                    || (on.contains("none") && on.size() > 1)) {
                throw new ProblemException(
                        Problem.Kind.USAGE,
                        "--combinations",
                        Texts.text("app.run.unknownCombination"),
                        "\"" + name + "\"",
                        Texts.text("app.run.writeCombination"));
            }
            chosen.add(of(options, on.contains("cn"), on.contains("tre"), on.contains("cmb")));
        }
        return chosen;
    }
}
