package org.eccexplorer.export;

import java.util.Map;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.convert.SpikingNetwork;
import org.eccexplorer.measure.RunSnapshot;

/**
 * Everything that is written about a run.
 *
 * @param modelFormat container and writer of the model
 * @param modelSha256 of the model's file
 * @param times seconds of each stage, by name
 * @param trainedCnnAccuracy of the CNN as trained, 0 to 1; differs from that of the converted one
 *     where maximum pooling was replaced
 * @param closedForm accuracy of the closed form by T, 0 to 1; may be empty
 */
public record RunReport(
        String modelFile,
        String modelFormat,
        String modelSha256,
        String data,
        String calibration,
        long seed,
        SpikingNetwork network,
        ConversionReport conversion,
        RunSnapshot result,
        double trainedCnnAccuracy,
        Map<Integer, Double> closedForm,
        Map<String, Double> times) {}
