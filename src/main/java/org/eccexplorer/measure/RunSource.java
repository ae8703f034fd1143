package org.eccexplorer.measure;

import org.eccexplorer.network.ModelId;

/**
 * What was run: a model and its images.
 *
 * @param data as the user named the test images
 * @param calibration as the user named the calibration images
 */
public record RunSource(ModelId model, String data, String calibration) {}
