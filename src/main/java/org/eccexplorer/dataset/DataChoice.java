package org.eccexplorer.dataset;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.text.Texts;

/**
 * A way of reading images that their file leaves open, so that a user may have to correct what was
 * taken.
 *
 * @param key of {@link DataSpec}
 * @param question what is open, and what was taken
 * @param values to choose from
 * @param taken the value that was taken; empty if as usual
 */
public record DataChoice(String key, String question, List<String> values, String taken) {
    private static final int SHOWN = 60;

    public DataChoice {
        values = List.copyOf(values);
    }

    static DataChoice ofChannels(String question, boolean first) {
        return new DataChoice(
                DataSpec.CHANNEL_ORDER, question, List.of("hwc", "chw"), first ? "chw" : "hwc");
    }

    static DataChoice ofClasses(String question) {
        return new DataChoice(DataSpec.CLASS_ORDER, question, List.of("number", "name"), "number");
    }

    static DataChoice ofFirstLabel(String question) {
        return new DataChoice(DataSpec.LABELS_FROM, question, List.of("0", "1"), "0");
    }

    /** Whether a file beside the images holds their labels. */
    static DataChoice ofLabels(String question, Path file) {
        return new DataChoice(DataSpec.LABELS, question, List.of("", file.toString()), "");
    }

    /** Whether other images are prepared as usual or in a way that fits better. */
    public static DataChoice ofPreparation(String question, String usual, String better) {
        return new DataChoice(DataSpec.PREPARE, question, List.of(usual, better), usual);
    }

    /** Whether classes come in alphabetical order or in one that fits better. */
    public static DataChoice ofOrder(String question, List<String> better) {
        String order = String.join(",", better);
        return new DataChoice(DataSpec.CLASS_ORDER, question, List.of("", order), "");
    }

    /** Whether values from 0 to 255 that are no bytes are divided too. */
    public static DataChoice ofRange(String question) {
        return new DataChoice(DataSpec.PREPARE, question, List.of("bytes", "unit"), "bytes");
    }

    /** Whether nothing speaks for a value other than the one that was taken. */
    public boolean isOpen() {
        return key.equals(DataSpec.CHANNEL_ORDER) || values.contains("number");
    }

    /** What a value of a key means, for people. */
    public static String meaning(String key, String value) {
        if (key.equals(DataSpec.LABELS)) {
            return value.isEmpty()
                    ? Texts.text("dataset.withoutLabels")
                    : Texts.text("dataset.labelsOf", DataSpec.of(value).shortened());
        }
        if (key.equals(DataSpec.CLASS_ORDER) && value.contains(",")) {
            return Texts.text("dataset.classesInOrder", shown(value.replace(",", ", ")));
        }
        return switch (key + "=" + value) {
            case DataSpec.CHANNEL_ORDER + "=hwc" -> Texts.text("dataset.channelsLast");
            case DataSpec.CHANNEL_ORDER + "=chw" -> Texts.text("dataset.channelsFirst");
            case DataSpec.CLASS_ORDER + "=number" -> Texts.text("dataset.classesByNumber");
            case DataSpec.CLASS_ORDER + "=name" -> Texts.text("dataset.classesByName");
            case DataSpec.CLASS_ORDER + "=" -> Texts.text("dataset.classesAsFound");
            case DataSpec.LABELS_FROM + "=0" -> Texts.text("dataset.labelsFromZero");
            case DataSpec.LABELS_FROM + "=1" -> Texts.text("dataset.labelsFromOne");
            case DataSpec.PREPARE + "=" -> Texts.text("dataset.preparedAsUsual");
            default -> Preparation.meaning(value);
        };
    }

    private static String shown(String text) {
        return text.length() > SHOWN
                ? Texts.text("dataset.andMore", text.substring(0, SHOWN))
                : text;
    }
}
