package org.eccexplorer.report.run;

import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.network.ModelId;
import org.eccexplorer.nir.NirModels;

/**
 * What a result is of, and what made it.
 *
 * @param program version of the program that made it
 * @param java version that it ran on
 * @param labelled whether the test images have labels; else the CNN's answers counted as right
 */
record Source(RunSource run, String program, String java, boolean labelled) {
    private static final String BUNDLED = "/" + BundledModels.FOLDER + "/";

    /** As it stands at the beginning of every result. */
    static Source of(Fields json) {
        Fields model = json.in("model");
        return new Source(
                new RunSource(
                        new ModelId(
                                model.text("file"),
                                model.optionalText("weights").orElse(null),
                                model.text("format"),
                                model.text("sha256")),
                        json.text("data"),
                        json.text("calibration"),
                        json.isTrue("calibratedOnTest"),
                        json.optionalText("preparation").orElse("")),
                json.in("versions").text("eccExplorer"),
                json.in("versions").text("java"),
                !json.has("labelled") || json.isTrue("labelled"));
    }

    /** Whether nothing was converted: the network is simulated by its own rule. */
    boolean spikesAlready() {
        return NirModels.isFormat(run.model().format());
    }

    /** The name of the model's file. */
    String model() {
        return name(run.model().file());
    }

    /**
     * Files as a report names them, so that it says the same on every machine: one of a bundled
     * model from its folder on, another by its name. Where they lay stands in the command.
     *
     * @param place a file, or images as they are given to the program
     */
    static String shown(String place) {
        return DataSpec.of(place).withFiles(Source::shortened).toString();
    }

    private static String shortened(String file) {
        String path = file.replace('\\', '/');
        int bundled = path.lastIndexOf(BUNDLED);
        return bundled < 0 ? name(file) : path.substring(bundled + BUNDLED.length());
    }

    private static String name(String file) {
        String path = file.replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? path : name;
    }
}
