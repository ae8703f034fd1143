package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.files.Csv;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.ReadingChoice;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.sim.ClosedForm;

/**
 * Runs of several conversions of one model on the same images; docs/compare-json.md describes what
 * is written of them.
 *
 * @param labelled whether the test images have labels; else the CNN's answers count as right
 * @param timesteps T of all runs
 * @param variant what the closed form leaves out
 * @param accounting how energy is counted
 * @param reading how classes were to be read from the outputs
 * @param schedule when layers fired
 */
public record Comparison(
        RunSource source,
        boolean labelled,
        int timesteps,
        long seed,
        ClosedForm.Variant variant,
        Accounting accounting,
        ReadingChoice reading,
        Schedule schedule,
        List<Row> rows) {
    /** The file that is written last. */
    public static final String RESULT = "compare.json";

    /** Of its files, without an ending. */
    public static final String NAME = "compare";

    /** Raised when a field changes its meaning or goes. */
    public static final int SCHEMA = 2;

    /**
     * One conversion.
     *
     * @param conversion what it did with each layer
     * @param command what repeats it alone
     * @param cnnStages the trained CNN and what it became by each rewrite; empty if unchanged
     * @param closedForm accuracy of the closed form by T, 0 to 1
     */
    public record Row(
            ConversionOptions options,
            RunSnapshot run,
            ConversionReport conversion,
            String command,
            List<CnnStage> cnnStages,
            Map<Integer, Double> closedForm) {
        public Row {
            cnnStages = List.copyOf(cnnStages);
        }
    }

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** The T that a table shows. */
    public static List<Integer> columns(int timesteps) {
        return IntStream.of(8, 16, 32, 64, 128, 256, timesteps)
                .filter(t -> t <= timesteps)
                .distinct()
                .boxed()
                .toList();
    }

    /** Energy of the SNN over that of the CNN. */
    public double energyRatio(Row row) {
        return row.run().energyRatio(accounting);
    }

    /** Writes compare.csv, measures.npz and compare.json. */
    public void write(Path folder) throws ProblemException {
        List<String> header = new ArrayList<>(List.of("techniques"));
        columns(timesteps).forEach(t -> header.add("T" + t));
        header.add("spikesPerImage");
        header.add("energyRatio");
        header.add("inputMacsCounted");
        header.addAll(List.of("timesteps", "images", "partial", "cnnAccuracy"));
        List<List<Object>> table = new ArrayList<>();
        for (Row row : rows) {
            List<Object> cells = new ArrayList<>(List.of(row.options().techniques()));
            columns(timesteps).forEach(t -> cells.add(row.run().accuracy(t)));
            cells.add(row.run().spikesPerImage());
            cells.add(energyRatio(row));
            cells.add(accounting.inputMacs().key());
            cells.add(row.run().timesteps());
            cells.add(row.run().images());
            cells.add(!row.run().isComplete());
            cells.add(row.run().cnnAccuracy());
            table.add(cells);
        }
        Csv.write(folder.resolve("compare.csv"), header, table);
        MeasureArrays.write(folder, rows.stream().map(Row::run).toList());
        RunJson.write(folder.resolve(RESULT), json());
    }

    /** As a tree. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        SourceJson.write(json, source);
        json.put("labelled", labelled);
        json.put("timesteps", timesteps);
        json.put("seed", seed);
        ReadingJson.write(json, reading);
        json.put("schedule", schedule.key());
        RunJson.write(json.putObject("closedForm"), variant);
        EnergyJson.counted(json, accounting.inputMacs());
        ArrayNode runs = json.putArray("runs");
        rows.forEach(row -> write(runs.addObject(), row));
        return json;
    }

    private void write(ObjectNode json, Row row) {
        RunSnapshot run = row.run();
        json.put("techniques", row.options().techniques());
        json.put("command", row.command());
        OptionsJson.write(json.putObject("settings"), row.options());
        RunJson.images(json, run);
        RunJson.write(json.putArray("cnnStages"), row.cnnStages());
        ArrayNode accuracy = json.putArray("accuracy");
        for (int t = 1; t <= timesteps; t++) {
            accuracy.add(run.isKnown(t) ? (Double) run.accuracy(t) : null);
        }
        ReadingJson.write(json.putObject("reading"), run);
        ObjectNode closedForm = json.putObject("closedFormAccuracy");
        row.closedForm().forEach((t, share) -> closedForm.put(String.valueOf(t), share));
        json.put("spikesPerImage", run.spikesPerImage());
        json.put("meanRate", run.meanRate());
        RunJson.operations(json, run);
        json.put("energyRatio", energyRatio(row));
        EnergyJson.write(json.putObject("energy"), run, accounting);
        RunJson.layers(json, run);
        RunJson.conversion(json.putObject("conversion"), row.conversion());
    }
}
