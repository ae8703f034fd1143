package org.eccexplorer.container;

import com.fasterxml.jackson.databind.JsonNode;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Shown;
import org.eccexplorer.text.Texts;

/**
 * Text from a file as it may be shown: on one line, not too long, without marks that reorder it.
 */
public final class SafeText {
    private static final int MAX_CHARACTERS = 120;

    private SafeText() {}

    /** On one line, control characters and direction marks replaced. */
    public static String line(String text) {
        return Shown.line(text);
    }

    /** As {@link #line}, cut off where it grows longer than a message bears. */
    public static String text(String text) {
        String line = line(text);
        if (line.length() <= MAX_CHARACTERS) {
            return line;
        }
        int end =
                Character.isHighSurrogate(line.charAt(MAX_CHARACTERS - 1))
                        ? MAX_CHARACTERS - 1
                        : MAX_CHARACTERS;
        return Texts.text("container.cutOff", line.substring(0, end), Numbers.count(line.length()));
    }

    public static String json(JsonNode node) {
        return text(node.isMissingNode() ? Texts.text("container.missing") : node.toString());
    }
}
