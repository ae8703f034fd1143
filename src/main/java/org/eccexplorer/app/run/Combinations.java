package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The combinations of the three techniques, everything else as given. */
public final class Combinations {
    private static final String CN = "cn";
    private static final String TRE = "tre";
    private static final String CMB = "cmb";
    private static final String WHOLE = CN + "+" + TRE + "+" + CMB;
    private static final String ALL = "all";
    private static final String NONE = "none";

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

    /** Those written as "cn+tre", "cmb", "all", "none". */
    public static List<ConversionOptions> named(ConversionOptions options, List<String> names)
            throws ProblemException {
        List<ConversionOptions> chosen = new ArrayList<>();
        for (String name : names) {
            chosen.add(
                    named(options, name)
                            .orElseThrow(() ->
                                    new ProblemException(
                                            Problem.Kind.USAGE,
                                            "--combinations",
                                            Texts.text("app.run.unknownCombination"),
                                            "\"" + name + "\"",
                                            Texts.text("app.run.writeCombination"))));
        }
        return chosen;
    }

    /** The one of a name; empty if there is none. */
    public static Optional<ConversionOptions> named(ConversionOptions options, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        Set<String> on =
                new HashSet<>(List.of((lower.equals(ALL) ? WHOLE : lower).split("\\+", -1)));
        boolean none = on.remove(NONE);
        return Set.of(CN, TRE, CMB).containsAll(on) && none == on.isEmpty()
                ? Optional.of(of(options, on.contains(CN), on.contains(TRE), on.contains(CMB)))
                : Optional.empty();
    }

    /** The name of the combination that options have: "cn+tre", "all", "none". */
    public static String written(ConversionOptions options) {
        List<String> on = new ArrayList<>();
        if (options.currentNormalisation()) {
            on.add(CN);
        }
        if (options.residualElimination()) {
            on.add(TRE);
        }
        if (options.batchNormConsistency()) {
            on.add(CMB);
        }
        String name = on.isEmpty() ? NONE : String.join("+", on);
        return name.equals(WHOLE) ? ALL : name;
    }
}
