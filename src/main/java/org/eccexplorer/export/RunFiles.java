package org.eccexplorer.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.NpzWriter;
import org.eccexplorer.files.Csv;
import org.eccexplorer.measure.Interval;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.layer.Cause;
import org.eccexplorer.measure.layer.LayerMeasures;
import org.eccexplorer.problem.ProblemException;

/** The files of a run: run.json, accuracy.csv, layers.csv, outputs.npz, measures.npz. */
public final class RunFiles {
    /** The file that is written last. */
    public static final String RUN = "run.json";

    private RunFiles() {}

    /** Writes all of them. */
    public static void write(Path folder, RunReport report) throws ProblemException {
        Outcome outcome = report.outcome();
        RunSnapshot result = outcome.result();
        accuracy(folder.resolve("accuracy.csv"), result, outcome.at());
        layers(folder.resolve("layers.csv"), result);
        outputs(folder.resolve("outputs.npz"), result, outcome.at());
        MeasureArrays.write(folder, List.of(result));
        RunJson.write(folder.resolve(RUN), report);
    }

    private static void accuracy(Path file, RunSnapshot result, List<Integer> at)
            throws ProblemException {
        List<List<Object>> rows = new ArrayList<>();
        for (int t : at) {
            Interval interval = result.interval(t);
            double agreeing = result.agreeing()[t - 1] / (double) Math.max(1, result.images());
            rows.add(
                    List.of(
                            t,
                            result.accuracy(t),
                            interval.low(),
                            interval.high(),
                            agreeing,
                            result.meanTimesteps(t)));
        }
        Csv.write(
                file,
                List.of(
                        "timestep",
                        "accuracy",
                        "low95",
                        "high95",
                        "agreementWithCnn",
                        "meanTimesteps"),
                rows);
    }

    private static void layers(Path file, RunSnapshot result) throws ProblemException {
        List<List<Object>> rows = new ArrayList<>();
        for (LayerMeasures layer : result.layers()) {
            List<Object> row = new ArrayList<>();
            row.add(layer.name());
            row.add(layer.neurons());
            row.add(layer.threshold());
            row.add(layer.spikesPerImage());
            row.add(layer.hasRate() ? layer.meanRate() : "");
            row.add(layer.current().mean());
            row.add(layer.residual().mean());
            row.add(layer.clippedShare());
            row.add(layer.agreement().pearson());
            for (Cause cause : Cause.values()) {
                row.add(layer.error().part(cause).meanAbsolute());
            }
            row.add(layer.error().total().meanAbsolute());
            rows.add(row);
        }
        List<String> columns =
                new ArrayList<>(
                        List.of(
                                "layer",
                                "neurons",
                                "threshold",
                                "spikesPerImage",
                                "meanRate",
                                "meanCurrent",
                                "residual",
                                "clippedShare",
                                "pearson"));
        for (Cause cause : Cause.values()) {
            columns.add(cause.key());
        }
        columns.add("total");
        Csv.write(file, columns, rows);
    }

    private static void outputs(Path file, RunSnapshot result, List<Integer> at)
            throws ProblemException {
        int images = result.images();
        int classes = images == 0 ? 0 : result.outputs().length / images;
        int[] answers = new int[images * at.size()];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = result.answers()[i / at.size()][at.get(i % at.size()) - 1];
        }
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put("outputs", NpyArray.of(result.outputs(), images, classes));
        arrays.put("answers", NpyArray.of(answers, images, at.size()));
        arrays.put("cnnAnswers", NpyArray.of(result.cnnAnswers(), images));
        if (result.early() != null) {
            arrays.put("exits", NpyArray.of(result.early().exits(), images));
        }
        NpzWriter.write(file, arrays);
    }
}
