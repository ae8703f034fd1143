package org.eccexplorer.plot;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/** Names of columns that any program takes, made of what stands at an axis. */
final class ColumnNames {
    private static final Map<String, String> WORDS =
            Map.of(
                    "%", "percent",
                    "−", "minus",
                    "/", "per",
                    "λ", "lambda",
                    "θ", "theta",
                    "κ", "kappa",
                    "ε", "epsilon",
                    "µ", "micro",
                    "Δ", "delta");

    private ColumnNames() {}

    /** {@code SNN − CNN, points} is {@code snn_minus_cnn_points}. */
    static String of(String title) {
        String words = title.replaceFirst("\\|", " abs ");
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            words = words.replace(word.getKey(), " " + word.getValue() + " ");
        }
        return Normalizer.normalize(words, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
    }
}
