package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What was run, as written beside every result.
 *
 * @param weightsFile of a model whose weights lie in a file of their own; null if they do not
 * @param modelFormat container and writer of the model
 * @param modelSha256 of the model's files
 * @param data as the user named the test images
 * @param calibration as the user named the calibration images
 */
public record RunSource(
        String modelFile,
        @Nullable String weightsFile,
        String modelFormat,
        String modelSha256,
        String data,
        String calibration) {

    /** Adds the versions and what was run to a result. */
    void write(ObjectNode json) {
        ObjectNode versions = json.putObject("versions");
        versions.put("eccExplorer", Version.NUMBER);
        versions.put("java", Runtime.version().toString());
        ObjectNode model = json.putObject("model");
        model.put("file", modelFile);
        model.put("weights", weightsFile);
        model.put("format", modelFormat);
        model.put("sha256", modelSha256);
        json.put("data", data);
        json.put("calibration", calibration);
    }
}
