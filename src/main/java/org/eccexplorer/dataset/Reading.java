package org.eccexplorer.dataset;

import java.util.List;
import java.util.stream.Stream;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/**
 * How images and labels are to be read, where more than one way is possible.
 *
 * @param labels another file of labels, as {@link LabelFile} reads it; empty if there is none
 * @param labelsFrom the label of the first class
 * @param order names of the classes in their order; empty if not said
 * @param planesFirst whether the model's framework has channels first, if nothing else is known
 */
record Reading(
        String labels,
        int labelsFrom,
        Channels channels,
        Classes classes,
        List<String> order,
        boolean planesFirst) {
    /** Nothing was said. */
    static final Reading USUAL =
            new Reading("", 0, Channels.UNSAID, Classes.UNSAID, List.of(), false);

    /** In which order the values of an image come. */
    enum Channels {
        UNSAID,
        LAST,
        FIRST
    }

    /** In which order folders are classes. */
    enum Classes {
        UNSAID,
        NUMBER,
        NAME
    }

    /** As a user says it. */
    static Reading of(DataSpec spec, boolean planesFirst) throws ProblemException {
        return new Reading(
                spec.said(DataSpec.LABELS),
                labelsFrom(spec),
                channels(spec),
                classes(spec),
                order(spec),
                planesFirst);
    }

    private static int labelsFrom(DataSpec spec) throws ProblemException {
        String said = spec.said(DataSpec.LABELS_FROM);
        return switch (said) {
            case "", "0" -> 0;
            case "1" -> 1;
            default -> throw unknown(DataSpec.LABELS_FROM, said, "0, 1");
        };
    }

    private static Channels channels(DataSpec spec) throws ProblemException {
        String said = spec.said(DataSpec.CHANNEL_ORDER);
        return switch (said) {
            case "" -> Channels.UNSAID;
            case "hwc" -> Channels.LAST;
            case "chw" -> Channels.FIRST;
            default -> throw unknown(DataSpec.CHANNEL_ORDER, said, "hwc, chw");
        };
    }

    private static Classes classes(DataSpec spec) throws ProblemException {
        String said = spec.said(DataSpec.CLASS_ORDER);
        return switch (said) {
            case "" -> Classes.UNSAID;
            case "number" -> Classes.NUMBER;
            case "name" -> Classes.NAME;
            default -> {
                if (order(spec).size() < 2) {
                    throw unknown(DataSpec.CLASS_ORDER, said, Texts.text("dataset.classOrders"));
                }
                yield Classes.NAME;
            }
        };
    }

    private static List<String> order(DataSpec spec) {
        String said = spec.said(DataSpec.CLASS_ORDER);
        return said.contains(",")
                ? Stream.of(said.split(",", -1)).map(String::strip).toList()
                : List.of();
    }

    /** The class of a name in the order that is said. */
    int inOrder(String name) throws ProblemException {
        int place = order.indexOf(name);
        if (place < 0) {
            throw unknown(
                    DataSpec.CLASS_ORDER,
                    String.join(",", order),
                    Texts.text("dataset.orderLacks", name));
        }
        return place;
    }

    static ProblemException unknown(String key, String said, String values) {
        return new ProblemException(
                Problem.Kind.USAGE,
                "--" + key,
                Texts.text("dataset.cannotBeUsed"),
                Texts.text("dataset.itIs", said),
                Texts.text("dataset.giveOneOf", values));
    }
}
