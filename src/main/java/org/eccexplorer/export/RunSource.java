package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What was run, as written beside every result.
 *
 * @param data as the user named the test images
 * @param calibration as the user named the calibration images
 */
public record RunSource(ModelId model, String data, String calibration) {

    /** Adds the versions and what was run to a result. */
    void write(ObjectNode json) {
        model.write(json);
        json.put("data", data);
        json.put("calibration", calibration);
    }
}
