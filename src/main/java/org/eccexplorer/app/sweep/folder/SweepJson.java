package org.eccexplorer.app.sweep.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.sweep.plan.PlanReader;
import org.eccexplorer.app.sweep.plan.SweepPlan;
import org.eccexplorer.app.sweep.run.Failure;
import org.eccexplorer.app.sweep.run.Identity;
import org.eccexplorer.app.sweep.run.Survey;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.files.Version;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What the folder of a sweep is of: its plan, what its models and images are, and how many of its
 * runs are done; docs/sweep.md describes every field.
 */
public final class SweepJson {
    /** Its name in the folder; written when a sweep begins, and last of all. */
    public static final String NAME = FilesToOpen.SWEEP;

    /** Raised when a field changes its meaning or goes. */
    private static final int SCHEMA = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SweepJson() {}

    /**
     * A sweep as a folder has it.
     *
     * @param tasks runs of the plan, or of the shard that the folder is of
     */
    public record Recorded(SweepPlan plan, Survey survey, int tasks) {}

    static ObjectNode json(SweepPlan plan, Survey survey, Shard shard, SweepTables.Counts counts) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        ObjectNode versions = json.putObject("versions");
        versions.put("eccExplorer", Version.NUMBER);
        versions.put("java", Runtime.version().toString());
        json.put("plan", plan.text());
        json.put("folder", plan.folder().toString());
        json.put("shard", shard.equals(Shard.WHOLE) ? null : shard.text());
        ArrayNode places = json.putArray("models");
        for (int p = 0; p < plan.places().size(); p++) {
            SweepPlan.Place place = plan.places().get(p);
            Survey.Found found = survey.found().get(p);
            ObjectNode one = places.addObject();
            one.put("model", place.subject().model());
            one.put("data", place.subject().data());
            one.put("calibration", place.subject().calibration());
            one.put("slice", place.slice().text());
            one.put("images", found.identity().images());
            one.put("modelSha256", found.identity().modelSha256());
            one.put("dataSha256", found.identity().dataSha256());
            one.set("problem", problem(found.failure()));
        }
        ObjectNode varied = json.putObject("settings");
        plan.varied()
                .forEach((name, values) -> {
                    ArrayNode all = varied.putArray(name);
                    values.forEach(all::add);
                });
        ArrayNode seeds = json.putArray("seeds");
        plan.seeds().forEach(seeds::add);
        ArrayNode at = json.putArray("at");
        plan.at().forEach(at::add);
        json.put("inputMacsCounted", plan.inputMacs().key());
        json.put("tasks", counts.done() + counts.failed() + counts.missing());
        json.put("done", counts.done());
        json.put("failed", counts.failed());
        json.put("missing", counts.missing());
        return json;
    }

    private static @Nullable ObjectNode problem(@Nullable Failure failure) {
        if (failure == null) {
            return null;
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", failure.kind());
        json.put("where", failure.where());
        json.put("what", failure.what());
        json.put("why", failure.why());
        json.put("remedy", failure.remedy());
        return json;
    }

    static void write(Path folder, ObjectNode json) throws ProblemException {
        RunJson.write(folder.resolve(NAME), json);
    }

    /**
     * Reads one.
     *
     * @throws ProblemException if there is none, or it is damaged
     */
    public static Recorded read(Path folder) throws ProblemException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            throw refused(Problem.Kind.UNREADABLE, file, Texts.text("yaml.notThere"));
        }
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json.path("schema").asInt() != SCHEMA) {
                throw refused(Problem.Kind.UNSUPPORTED, file, json.path("schema").asText());
            }
            SweepPlan plan =
                    PlanReader.read(
                            file.toString(),
                            json.path("plan").asText(),
                            Path.of(json.path("folder").asText()));
            List<Survey.Found> found = new ArrayList<>();
            for (JsonNode one : json.path("models")) {
                found.add(found(one));
            }
            if (found.size() != plan.places().size()) {
                throw refused(Problem.Kind.CORRUPT, file, String.valueOf(found.size()));
            }
            return new Recorded(plan, new Survey(found), json.path("tasks").asInt(plan.tasks()));
        } catch (IOException | RuntimeException e) {
            throw refused(Problem.Kind.CORRUPT, file, Reason.of(e));
        }
    }

    private static Survey.Found found(JsonNode json) {
        JsonNode problem = json.path("problem");
        return new Survey.Found(
                new Identity(
                        json.path("modelSha256").asText(),
                        json.path("dataSha256").asText(),
                        json.path("images").asInt()),
                problem.isObject()
                        ? new Failure(
                                problem.path("kind").asText(),
                                problem.path("where").asText(),
                                problem.path("what").asText(),
                                problem.path("why").asText(),
                                problem.path("remedy").asText())
                        : null);
    }

    private static ProblemException refused(Problem.Kind kind, Path file, String why) {
        return new ProblemException(
                kind,
                file.toString(),
                Texts.text("app.sweep.noSweep"),
                why,
                Texts.text("app.sweep.chooseFolder"));
    }
}
