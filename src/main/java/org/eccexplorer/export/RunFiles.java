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
import org.eccexplorer.measure.LayerMeasures;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;

/** The four files of a run: run.json, accuracy.csv, layers.csv, outputs.npz. */
public final class RunFiles {
    /** The file that is written last. */
    public static final String RUN = "run.json";

    private RunFiles() {}

    /** Writes all four. */
    public static void write(Path folder, RunReport report) throws ProblemException {
        RunSnapshot result = report.result();
        accuracy(folder.resolve("accuracy.csv"), result, report.at());
        layers(folder.resolve("layers.csv"), result);
        outputs(folder.resolve("outputs.npz"), result, report.at());
        RunJson.write(folder.resolve(RUN), report);
    }

    private static void accuracy(Path file, RunSnapshot result, List<Integer> at)
            throws ProblemException {
        List<List<Object>> rows = new ArrayList<>();
        for (int t : at) {
            Interval interval = result.interval(t);
            double agreeing = result.agreeing()[t - 1] / (double) Math.max(1, result.images());
            rows.add(List.of(t, result.accuracy(t), interval.low(), interval.high(), agreeing));
        }
        Csv.write(
                file, List.of("timestep", "accuracy", "low95", "high95", "agreementWithCnn"), rows);
    }

    private static void layers(Path file, RunSnapshot result) throws ProblemException {
        List<List<Object>> rows = new ArrayList<>();
        for (LayerMeasures layer : result.layers()) {
            rows.add(
                    List.of(
                            layer.name(),
                            layer.neurons(),
                            layer.threshold(),
                            layer.spikesPerImage(),
                            layer.rate().mean(),
                            layer.current().mean(),
                            layer.residual().mean(),
                            layer.clippedShare(),
                            layer.agreement().pearson(),
                            layer.error().clipping().meanAbsolute(),
                            layer.error().quantisation().meanAbsolute(),
                            layer.error().inherited().meanAbsolute(),
                            layer.error().unevenness().meanAbsolute()));
        }
        Csv.write(
                file,
                List.of(
                        "layer",
                        "neurons",
                        "threshold",
                        "spikesPerImage",
                        "meanRate",
                        "meanCurrent",
                        "residual",
                        "clippedShare",
                        "pearson",
                        "clipping",
                        "quantisation",
                        "inherited",
                        "unevenness"),
                rows);
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
        NpzWriter.write(file, arrays);
    }
}
