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

    /** What a value of a key means, for people. */
    public static String meaning(String key, String value) {
        if (key.equals(DataSpec.LABELS)) {
            return value.isEmpty()
                    ? Texts.text("dataset.withoutLabels")
                    : Texts.text("dataset.labelsOf", DataSpec.of(value).shortened());
        }
        return switch (key + "=" + value) {
            case DataSpec.CHANNEL_ORDER + "=hwc" -> Texts.text("dataset.channelsLast");
            case DataSpec.CHANNEL_ORDER + "=chw" -> Texts.text("dataset.channelsFirst");
            case DataSpec.CLASS_ORDER + "=number" -> Texts.text("dataset.classesByNumber");
            case DataSpec.CLASS_ORDER + "=name" -> Texts.text("dataset.classesByName");
            case DataSpec.LABELS_FROM + "=0" -> Texts.text("dataset.labelsFromZero");
            case DataSpec.LABELS_FROM + "=1" -> Texts.text("dataset.labelsFromOne");
            case DataSpec.PREPARE + "=" -> Texts.text("dataset.preparedAsUsual");
            default -> Preparation.meaning(value);
        };
    }
}
