package org.eccexplorer.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.run.DenseChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.tensor.DenseBackend;
import org.eccexplorer.tensor.ScalarBackend;
import org.eccexplorer.tensor.VectorBackend;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;

/** Times the dense backends on the matrix shapes of typical layers. */
final class DenseBench {
    private static final int[][] SHAPES = {{196, 288, 64}, {1024, 1152, 128}, {64, 4608, 512}};

    private DenseBench() {}

    static void print(PrintWriter out) {
        List<DenseBackend> backends =
                new ArrayList<>(List.of(new ScalarBackend(), new VectorBackend()));
        out.println();
        try {
            long start = System.nanoTime();
            backends.add(DenseChoice.ND4J.load());
            out.println(
                    Texts.text(
                            "cli.bench.nd4jLoaded",
                            Numbers.fixed((System.nanoTime() - start) * 1e-9, 1)));
        } catch (ProblemException e) {
            out.println(e.getMessage());
        }
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Texts.text("cli.bench.denseHeading")));
        for (int[] shape : SHAPES) {
            columns.add(Column.numbers(shape[0] + "×" + shape[1] + "×" + shape[2]));
        }
        new TextTable(columns).print(out, backends.stream().map(DenseBench::row).toList());
    }

    private static List<String> row(DenseBackend backend) {
        List<String> cells = new ArrayList<>();
        cells.add(backend.name());
        for (int[] shape : SHAPES) {
            cells.add(Numbers.fixed(gigaflops(backend, shape[0], shape[1], shape[2]), 1));
        }
        return cells;
    }

    /** The best of several repetitions, after a warm-up of the same length. */
    private static double gigaflops(DenseBackend backend, int m, int k, int n) {
        float[] left = new float[m * k];
        float[] right = new float[k * n];
        float[] product = new float[m * n];
        for (int i = 0; i < left.length; i++) {
            left[i] = i % 7 - 3;
        }
        for (int i = 0; i < right.length; i++) {
            right[i] = i % 5 - 2;
        }
        DenseBackend.RightFactor factor = backend.prepare(right, k, n);
        double operations = 2.0 * m * k * n;
        int repetitions = (int) Math.max(5, 2e9 / operations);
        double best = 0;
        for (int i = 0; i < 2 * repetitions; i++) {
            long start = System.nanoTime();
            factor.multiplyAdd(m, left, 0, product, 0);
            double seconds = (System.nanoTime() - start) * 1e-9;
            best = i < repetitions ? 0 : Math.max(best, operations / seconds * 1e-9);
        }
        return best;
    }
}
