package org.eccexplorer.report;

import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.plot.TextMeasure;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Shown;

/** Breaks texts into lines: at spaces, and inside a word only where it is wider than a line. */
final class Wrapping {
    /** Behind these a path or a name may go on in the next line. */
    private static final String JOINTS = "/\\_-.,=&?";

    /** The share of a line that a joint has to fill to be worth a break. */
    private static final double FILLED = 0.5;

    private final TextMeasure measure;

    Wrapping(TextMeasure measure) {
        this.measure = measure;
    }

    /** At least one line, none wider than asked for unless a single letter is. */
    List<String> lines(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : Shown.line(text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (measure.textWidth(longer, style) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = word;
            while (measure.textWidth(line, style) > width && length(line) > 1) {
                int end = end(line, style, width);
                lines.add(line.substring(0, end));
                line = line.substring(end);
            }
        }
        lines.add(line);
        return lines;
    }

    /** A cell, which may have lines of its own. */
    List<String> cell(String text, TextStyle style, double width) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.addAll(lines(line, style, width)));
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** How wide the widest line of a cell is. */
    double cellWidth(String text, TextStyle style) {
        return text.lines().mapToDouble(line -> width(line, style)).max().orElse(0);
    }

    private static int length(String line) {
        return line.codePointCount(0, line.length());
    }

    /** How wide the widest word is. */
    double widestWord(String text, TextStyle style) {
        double widest = 0;
        for (String word : Shown.line(text).split(" ", -1)) {
            widest = Math.max(widest, measure.textWidth(word, style));
        }
        return widest;
    }

    double width(String text, TextStyle style) {
        return measure.textWidth(Shown.line(text), style);
    }

    /** Where a word is broken that is wider than a line. */
    private int end(String word, TextStyle style, double width) {
        int end = word.offsetByCodePoints(0, 1);
        int joint = 0;
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            double reached = measure.textWidth(word.substring(0, next), style);
            if (reached > width) {
                break;
            }
            end = next;
            if (JOINTS.indexOf(word.charAt(end - 1)) >= 0 && reached > FILLED * width) {
                joint = end;
            }
        }
        return joint > 0 ? joint : end;
    }
}
