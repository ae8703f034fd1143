package org.eccexplorer.measure;

import org.eccexplorer.network.ModelId;

/**
 * What was run: a model and its images.
 *
 * @param data as the user named the test images
 * @param calibration as the user named the calibration images
 * @param calibratedOnTest whether some of these are tested, which makes accuracies look better
 * @param preparation what was done with images before the model took them, as a formula
 */
public record RunSource(
        ModelId model,
        String data,
        String calibration,
        boolean calibratedOnTest,
        String preparation) {}
