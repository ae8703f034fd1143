package org.eccexplorer.report.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.find.query.Candidate;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.result.SearchView.Dot;
import org.eccexplorer.app.find.trial.Loss;
import org.eccexplorer.app.find.trial.Point;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** What a search tried, from the table that it wrote beside its result. */
final class Dots {
    static final String FILE = "tried.csv";

    private Dots() {}

    /** All of them; none if there is no such file. */
    static List<Dot> beside(Path file) throws ProblemException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Dot> dots = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> columns = List.of(lines.getFirst().split(",", -1));
            for (String line : lines.subList(1, lines.size())) {
                dots.add(dot(columns, line));
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

    private static Dot dot(List<String> columns, String line) {
        Cells cells = Cells.of(columns, line);
        int timesteps = Integer.parseInt(cells.get("timesteps"));
        int images = Integer.parseInt(cells.get("chooseImages"));
        double loss = Double.parseDouble(cells.get("loss"));
        Candidate setting = Candidate.free(ConversionOptions.ecc());
        boolean scheduled = columns.contains("schedule");
        return new Dot(
                new Point(
                        scheduled
                                ? setting.with(Schedule.OPTION.parse(cells.get("schedule")))
                                : setting,
                        timesteps,
                        ReadingChoice.PLAIN.withFrom(Integer.parseInt(cells.get("readFrom"))),
                        (int) Math.round(Double.parseDouble(cells.get("chooseAccuracy")) * images),
                        images,
                        new Loss(loss, loss, Double.parseDouble(cells.get("lossAtMost"))),
                        new Goal.Costs(
                                scheduled ? Integer.parseInt(cells.get("latency")) : timesteps,
                                Double.parseDouble(cells.get("energyRatio")),
                                Double.parseDouble(cells.get("synOps")),
                                Double.parseDouble(cells.get("spikesPerImage")))),
                !Boolean.parseBoolean(cells.get("givenUp")));
    }

    /** A line by its columns; the name of the setting, in the first, may have commas in it. */
    private record Cells(List<String> columns, List<String> values) {
        static Cells of(List<String> columns, String line) {
            List<String> all = List.of(line.split(",", -1));
            if (all.size() < columns.size()) {
                throw new IllegalArgumentException(line);
            }
            return new Cells(columns, all.subList(all.size() - columns.size(), all.size()));
        }

        /**
         * The value of a column but the first.
         *
         * @throws IllegalArgumentException if there is none of that name
         */
        String get(String column) {
            int place = columns.indexOf(column);
            if (place < 1) {
                throw new IllegalArgumentException(column);
            }
            return values.get(place);
        }
    }
}
