package org.eccexplorer.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.result.SearchView.Dot;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** What a search tried, from the table that it wrote beside its result. */
final class Dots {
    static final String FILE = "tried.csv";

    /** Columns behind the name of the setting, which may have commas in it. */
    private static final int COLUMNS = 11;

    private Dots() {}

    /** All of them; none if there is no such file. */
    static List<Dot> beside(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Dot> dots = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
                dots.add(dot(line));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    file.toString(),
                    Texts.text("report.run.unusable"),
                    String.valueOf(e.getMessage()),
                    Texts.text("report.run.unusableRemedy"));
        }
        return dots;
    }

    private static Dot dot(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length <= COLUMNS) {
            throw new IllegalArgumentException(line);
        }
        String[] values = Arrays.copyOfRange(cells, cells.length - COLUMNS, cells.length);
        int timesteps = Integer.parseInt(values[1]);
        int images = Integer.parseInt(values[4]);
        double loss = Double.parseDouble(values[5]);
        return new Dot(
                new Point(
                        ConversionOptions.ecc(),
                        timesteps,
                        ReadingChoice.PLAIN.withFrom(Integer.parseInt(values[2])),
                        (int) Math.round(Double.parseDouble(values[3]) * images),
                        images,
                        new Loss(loss, loss, Double.parseDouble(values[6])),
                        new Goal.Costs(
                                timesteps,
                                Double.parseDouble(values[7]),
                                Double.parseDouble(values[8]),
                                Double.parseDouble(values[9]))),
                !Boolean.parseBoolean(values[10]));
    }
}
