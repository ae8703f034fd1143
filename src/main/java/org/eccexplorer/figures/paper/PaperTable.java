package org.eccexplorer.figures.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.live.PaperRuns;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.files.Csv;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.problem.ProblemException;

/** Accuracy and operations against T as one table, whose values are those of {@code ecc run}. */
public final class PaperTable {
    /** The file; it tells that figures of the paper were written to a folder. */
    public static final String FILE = "paper.csv";

    private PaperTable() {}

    /**
     * Writes a line per T: accuracy of the CNN, of the run with weights as trained, and of those
     * with fewer bits, from 0 to 1; operations per image up to T of all layers and of each.
     *
     * @param folder gets the file
     * @param whole the run with weights as trained
     */
    public static void write(Path folder, RunState whole, List<RunState> bits)
            throws ProblemException {
        RunSnapshot measured = whole.snapshot().orElseThrow();
        List<String> header =
                new ArrayList<>(List.of("timesteps", "images", "cnnAccuracy", "accuracy"));
        bits.forEach(run -> header.add("accuracyBits:" + bitsOf(run)));
        header.add("synOps");
        measured.layers().forEach(layer -> header.add("synOps:" + layer.name()));
        List<double[]> until = measured.layers().stream().map(PaperCharts::until).toList();
        double[] all = measured.synOpsUntil();
        List<List<Object>> rows = new ArrayList<>();
        for (int t : PaperRuns.steps(measured.timesteps())) {
            List<Object> row = new ArrayList<>();
            row.add(t);
            row.add(measured.images());
            row.add(measured.cnnAccuracy());
            row.add(measured.accuracy(t));
            bits.forEach(run -> row.add(run.snapshot().orElseThrow().accuracy(t)));
            row.add(all[t - 1]);
            until.forEach(sums -> row.add(sums[t - 1]));
            rows.add(row);
        }
        Csv.write(folder.resolve(FILE), header, rows);
    }

    private static long bitsOf(RunState run) {
        return run.settings().conversion().get(ConversionOptions.WEIGHT_BITS);
    }
}
