package org.eccexplorer.option;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eccexplorer.text.Texts;

/**
 * Real numbers, each for a name: {@code conv1=2.5,conv2=3}; none is the standard. A name may have
 * commas in it.
 */
public record PerName(String key, String argument, Range limits) implements Option<NamedNumbers> {
    private static final Pattern ENTRY = Pattern.compile("\\G([^=]+)=([-+.0-9eE]+)(,|$)");

    @Override
    public NamedNumbers standard() {
        return NamedNumbers.NONE;
    }

    @Override
    public Class<NamedNumbers> type() {
        return NamedNumbers.class;
    }

    @Override
    public boolean accepts(NamedNumbers value) {
        return value.values().values().stream().allMatch(limits::contains);
    }

    @Override
    public String range() {
        return Texts.text("option.perName", label(), limits);
    }

    @Override
    public NamedNumbers parse(String written) {
        Map<String, Double> values = new TreeMap<>();
        Matcher entry = ENTRY.matcher(written);
        int end = 0;
        while (entry.find()) {
            end = entry.end();
            boolean more = entry.group(3).equals(",");
            if (values.put(entry.group(1), Double.valueOf(entry.group(2))) != null
                    || more == (end == written.length())) {
                throw new IllegalArgumentException(written);
            }
        }
        if (end != written.length()) {
            throw new IllegalArgumentException(written);
        }
        return new NamedNumbers(values);
    }

    @Override
    public String written(NamedNumbers value) {
        return value.values().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + Real.exact(entry.getValue()))
                .collect(Collectors.joining(","));
    }

    @Override
    public String shown(NamedNumbers value) {
        return value.values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + Real.text(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String label() {
        return Texts.text("option." + key + ".label");
    }
}
