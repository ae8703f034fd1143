package org.eccexplorer.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a line of text that stands on the base line, or lower as the index of a symbol does.
 * Texts write V_thr, S_T and λ_before; what shows them lowers the index. Names of files and layers
 * keep their underscores.
 *
 * @param lowered whether it is an index
 */
public record Script(String text, boolean lowered) {
    private static final Pattern INDEX =
            Pattern.compile("(?<![\\p{L}\\p{N}_])\\p{L}_(thr|before|T)(?![\\p{L}\\p{N}_])");

    /** The parts of a line, in their order; none of an empty one. */
    public static List<Script> of(String line) {
        if (line.indexOf('_') < 0) {
            return line.isEmpty() ? List.of() : List.of(new Script(line, false));
        }
        List<Script> parts = new ArrayList<>();
        Matcher index = INDEX.matcher(line);
        int from = 0;
        while (index.find()) {
            parts.add(new Script(line.substring(from, index.start(1) - 1), false));
            parts.add(new Script(index.group(1), true));
            from = index.end();
        }
        if (from < line.length()) {
            parts.add(new Script(line.substring(from), false));
        }
        return parts;
    }
}
