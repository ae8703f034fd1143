package org.eccexplorer.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text whose words and numbers are others, or whose lines are missing, doubled or elsewhere; the
 * bytes behind it stay.
 */
final class Words implements Mutator {
    private static final Pattern WORD = Pattern.compile("[\\w.+-]+|[^\\w\\s]");

    private static final List<String> INSTEAD =
            List.of(
                    "",
                    "0",
                    "-1",
                    "1",
                    "2147483648",
                    "9223372036854775808",
                    "1e999",
                    "NaN",
                    "null",
                    "true",
                    "''",
                    "\"",
                    "(",
                    ")",
                    "[",
                    "]",
                    "{",
                    "}",
                    ":",
                    ",",
                    "|O",
                    "<f8",
                    ">u2",
                    "x\u001B[2J",
                    "=1+1",
                    "&a",
                    "*a",
                    "!!int",
                    "- ",
                    "#",
                    "../x");

    private final int most;

    /**
     * @param most bytes of the text at the beginning of the file; what follows is data
     */
    Words(int most) {
        this.most = most;
    }

    @Override
    public byte[] mutant(byte[] good, Random random) {
        int length = Math.min(most, good.length);
        String text = new String(good, 0, length, StandardCharsets.ISO_8859_1);
        int times = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
        for (int i = 0; i < times; i++) {
            text = random.nextInt(4) == 0 ? lines(text, random) : words(text, random);
        }
        return Bytes.spliced(good, 0, length, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String words(String text, Random random) {
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        if (words.isEmpty()) {
            return text;
        }
        int[] word = words.get(random.nextInt(words.size()));
        int[] other = words.get(random.nextInt(words.size()));
        String instead =
                random.nextInt(4) == 0
                        ? text.substring(other[0], other[1])
                        : INSTEAD.get(random.nextInt(INSTEAD.size()));
        return text.substring(0, word[0]) + instead + text.substring(word[1]);
    }

    private static String lines(String text, Random random) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(4)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(random.nextInt(lines.size() + 1), line);
            case 2 -> lines.set(at, "  " + line);
            default -> lines.set(at, line.strip());
        }
        return String.join("\n", lines);
    }
}
