package org.eccexplorer.cli.arguments;

import org.eccexplorer.array.DataSpec;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How images and labels are read, where their file leaves it open. */
public final class DataArguments {
    @Option(names = "--labels", paramLabel = "FILE", descriptionKey = "option.labels")
    private @Nullable String labels;

    @Option(names = "--labels-from", paramLabel = "0|1", descriptionKey = "option.labelsFrom")
    private @Nullable String labelsFrom;

    @Option(
            names = "--channel-order",
            paramLabel = "hwc|chw",
            descriptionKey = "option.channelOrder")
    private @Nullable String channelOrder;

    @Option(
            names = "--class-order",
            paramLabel = "number|name|a,b,…",
            descriptionKey = "option.classOrder")
    private @Nullable String classOrder;

    @Option(names = "--prepare", paramLabel = "NAME", descriptionKey = "option.prepare")
    private @Nullable String prepare;

    @Option(names = "--scale", paramLabel = "X", descriptionKey = "option.scale")
    private @Nullable String scale;

    @Option(names = "--mean", paramLabel = "X,…", descriptionKey = "option.mean")
    private @Nullable String mean;

    @Option(names = "--std", paramLabel = "X,…", descriptionKey = "option.std")
    private @Nullable String std;

    @Option(
            names = "--expected-accuracy",
            paramLabel = "PERCENT",
            descriptionKey = "option.expectedAccuracy")
    private @Nullable String expected;

    /** What was named as images, read as these options say. */
    String applied(String data) {
        DataSpec spec = DataSpec.of(data);
        spec = with(spec, DataSpec.LABELS, labels);
        spec = with(spec, DataSpec.LABELS_FROM, labelsFrom);
        spec = with(spec, DataSpec.CHANNEL_ORDER, channelOrder);
        spec = with(spec, DataSpec.CLASS_ORDER, classOrder);
        spec = with(spec, DataSpec.PREPARE, prepare);
        spec = with(spec, DataSpec.SCALE, scale);
        spec = with(spec, DataSpec.MEAN, mean);
        spec = with(spec, DataSpec.STD, std);
        spec = with(spec, DataSpec.EXPECTED, expected);
        return spec.reading().isEmpty() ? data : spec.toString();
    }

    /** A bundled model comes with images that need none of it. */
    void requireNone() throws ProblemException {
        DataSpec said = DataSpec.of(applied("x"));
        if (!said.reading().isEmpty()) {
            throw ConversionArguments.usage(
                    "--" + said.reading().keySet().iterator().next(),
                    Texts.text("cli.arguments.noModel"),
                    Texts.text("cli.arguments.addModel"));
        }
    }

    private static DataSpec with(DataSpec spec, String key, @Nullable String value) {
        return value == null ? spec : spec.with(key, value);
    }
}
