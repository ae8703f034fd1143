package org.eccexplorer.ui.window;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A style sheet as its rules, and the contrast of its colours. */
record StyleSheet(List<Rule> rules) {
    private static final Path ROOT = Path.of("src/main/resources/org/eccexplorer/ui");
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^}]*)\\}");

    /** Selectors, and what they set. */
    record Rule(String selectors, Map<String, String> values) {}

    /** Reads a sheet of a room, such as "window/explorer.css". */
    static StyleSheet read(String name) {
        try {
            String text = Files.readString(ROOT.resolve(name), StandardCharsets.UTF_8);
            Matcher rule = RULE.matcher(text.replaceAll("(?s)/\\*.*?\\*/", ""));
            List<Rule> rules = new ArrayList<>();
            while (rule.find()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (String line : rule.group(2).split(";", -1)) {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        values.put(
                                line.substring(0, colon).strip(),
                                line.substring(colon + 1).strip());
                    }
                }
                rules.add(new Rule(rule.group(1).strip(), values));
            }
            return new StyleSheet(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What rules of exactly these selectors set, later ones last. */
    Map<String, String> of(String... selectors) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String selector : selectors) {
            rules.stream()
                    .filter(rule -> rule.selectors().equals(selector))
                    .forEach(rule -> found.putAll(rule.values()));
        }
        return found;
    }

    /** The contrast ratio of two colours written #rrggbb, from 1 to 21, as WCAG 2 defines it. */
    static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
