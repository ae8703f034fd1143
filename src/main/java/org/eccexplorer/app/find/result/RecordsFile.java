package org.eccexplorer.app.find.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.eccexplorer.app.find.query.Goal;
import org.eccexplorer.app.find.trial.Trial;
import org.eccexplorer.export.ReadingJson;
import org.eccexplorer.files.AtomicFile;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;

/** Records as a file, which says what they are of: model, images, split, accounting. */
public final class RecordsFile {
    /** Its name in the folder of a search. */
    public static final String NAME = "find-state.json";

    private static final int SCHEMA = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordsFile() {}

    /**
     * The records of a folder; empty if it has none.
     *
     * @param of what they have to be of
     * @throws ProblemException if they are of something else, or damaged
     */
    public static Optional<Records> read(Path folder, ObjectNode of) throws ProblemException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json.path("schema").asInt() != SCHEMA || !json.path("of").equals(reread(of))) {
                throw new ProblemException(
                        Problem.Kind.USAGE,
                        file.toString(),
                        Texts.text("app.find.result.otherSearch"),
                        Texts.text("app.find.result.otherSearchWhy"),
                        Texts.text("app.find.result.chooseFolder"));
            }
            return Optional.of(records(json));
        } catch (IOException | RuntimeException e) {
            throw new ProblemException(
                    new Problem(
                            Problem.Kind.CORRUPT,
                            file.toString(),
                            Texts.text("app.find.result.damaged"),
                            Reason.of(e),
                            Texts.text("app.find.result.chooseFolder")),
                    e);
        }
    }

    /** As it would be read, so that numbers are of the same types. */
    private static JsonNode reread(JsonNode json) throws IOException {
        return JSON.readTree(JSON.writeValueAsBytes(json));
    }

    public static void write(Path folder, ObjectNode of, Records records) throws ProblemException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        json.set("of", of);
        ArrayNode screened = json.putArray("screened");
        records.screened()
                .forEach((setting, result) -> {
                    ObjectNode one = screened.addObject();
                    CandidateJson.write(one, setting);
                    one.put("right", result.right()).put("images", result.images());
                });
        ArrayNode trials = json.putArray("trials");
        records.trials().values().stream()
                .flatMap(entries -> entries.stream())
                .forEach(entry -> write(trials.addObject(), entry));
        ArrayNode checked = json.putArray("checked");
        records.checked()
                .forEach((place, result) -> {
                    ObjectNode one = checked.addObject();
                    CandidateJson.write(one, place.setting());
                    one.put("timesteps", place.timesteps());
                    ReadingJson.write(one, place.reading());
                    one.put("images", result.images()).put("right", result.right());
                    one.put("cnnRight", result.cnnRight());
                    costs(one, result.costs());
                });
        json.set("early", EarlyJson.of(records.early()));
        AtomicFile.write(folder.resolve(NAME), out -> out.write(JSON.writeValueAsBytes(json)));
    }

    static void costs(ObjectNode json, Goal.Costs costs) {
        json.put("meanTimesteps", costs.timesteps());
        json.put("energyRatio", costs.energyRatio());
        json.put("synOps", costs.synOps());
        json.put("spikes", costs.spikes());
    }

    static Goal.Costs costs(JsonNode json) {
        return new Goal.Costs(
                json.path("meanTimesteps").asDouble(json.path("timesteps").asDouble()),
                json.path("energyRatio").asDouble(),
                json.path("synOps").asDouble(),
                json.path("spikes").asDouble());
    }

    private static void write(ObjectNode json, Records.Entry entry) {
        Trial trial = entry.trial();
        CandidateJson.write(json, trial.setting());
        json.put("first", entry.first()).put("images", trial.images());
        if (trial.setting().waits()) {
            json.put("stages", trial.stages());
        }
        json.set("right", JSON.valueToTree(trial.right()));
        ScatterJson.write(json.putObject("scatter"), trial.scatter());
        json.set("energy", JSON.valueToTree(trial.energy()));
        json.set("synOps", JSON.valueToTree(trial.synOps()));
        json.set("spikes", JSON.valueToTree(trial.spikes()));
    }

    private static Records records(JsonNode json) {
        Records records = new Records();
        for (JsonNode one : json.path("screened")) {
            records.add(
                    CandidateJson.read(one),
                    new Records.Screened(one.path("right").asInt(), one.path("images").asInt()));
        }
        for (JsonNode one : json.path("trials")) {
            records.add(
                    one.path("first").asInt(),
                    new Trial(
                            CandidateJson.read(one),
                            one.path("images").asInt(),
                            one.path("stages").asInt(1),
                            rows(one.path("right")),
                            ScatterJson.read(one.path("scatter")),
                            doubles(one.path("energy")),
                            doubles(one.path("synOps")),
                            doubles(one.path("spikes"))));
        }
        for (JsonNode one : json.path("checked")) {
            records.add(
                    new Records.Place(
                            CandidateJson.read(one),
                            one.path("timesteps").asInt(),
                            ReadingJson.read(one)),
                    new Checked(
                            one.path("images").asInt(),
                            one.path("right").asInt(),
                            one.path("cnnRight").asInt(),
                            costs(one)));
        }
        EarlyJson.read(json.path("early")).forEach(records::add);
        return records;
    }

    private static int[][] rows(JsonNode json) {
        return StreamSupport.stream(json.spliterator(), false)
                .map(RecordsFile::ints)
                .toArray(int[][]::new);
    }

    private static int[] ints(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    private static double[] doubles(JsonNode row) {
        return StreamSupport.stream(row.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
