package org.eccexplorer.report.run;

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
        String file = run.model().file().replace('\\', '/');
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.isEmpty() ? file : name;
    }
}
