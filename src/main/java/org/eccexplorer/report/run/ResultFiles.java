package org.eccexplorer.report.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eccexplorer.app.find.result.FoundFiles;
import org.eccexplorer.app.open.FilesToOpen;
import org.eccexplorer.app.sweep.folder.SweepFolder;
import org.eccexplorer.app.sweep.results.SweepResults;
import org.eccexplorer.array.NpyArray;
import org.eccexplorer.array.Npz;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.export.Comparison;
import org.eccexplorer.export.MeasureArrays;
import org.eccexplorer.export.RunFiles;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.files.FileKind;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.report.Document;
import org.eccexplorer.text.Texts;

/** Reads results, and the arrays beside them, to report them. */
public final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultFiles() {}

    /**
     * The report of one or several results: runs and comparisons beside each other, or one search
     * or one sweep.
     *
     * @throws ProblemException if a file is none of these, is damaged, of a newer version, or lacks
     *     what a report needs
     */
    public static Document report(List<Path> files) throws ProblemException {
        List<ReportedRun> runs = new ArrayList<>();
        for (Path file : files) {
            if (isSweep(file)) {
                alone(file, files.size());
                return Reports.of(SweepResults.read(file));
            }
            JsonNode json = tree(file);
            if (isSearch(json)) {
                alone(file, files.size());
                return search(file, json);
            }
            runs.addAll(runs(file, json));
        }
        return Reports.of(runs);
    }

    private static JsonNode tree(Path file) throws ProblemException {
        Path result = Files.isDirectory(file) ? inside(file) : file;
        if (!Files.exists(result)) {
            throw new ProblemException(
                    Problem.Kind.UNREADABLE,
                    file.toString(),
                    Texts.text("report.run.unreadable"),
                    Texts.text("report.run.noResult", result.getFileName()),
                    Texts.text("report.run.giveResult"));
        }
        if (FileKind.SESSION.matches(result)) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    file.toString(),
                    Texts.text("report.run.unusable"),
                    Texts.text("report.run.isSession"),
                    Texts.text("report.run.reportSession"));
        }
        try {
            JsonNode json = JSON.readTree(ModelFile.read(result).bytes());
            if (json == null || !json.isObject()) {
                throw damaged(file, Texts.text("report.run.noObject"));
            }
            return json;
        } catch (IOException e) {
            throw damaged(file, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** The result in a folder of results. */
    private static Path inside(Path folder) {
        return Stream.of(RunFiles.RUN, Comparison.RESULT, FoundFiles.RESULT)
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder.resolve(RunFiles.RUN));
    }

    private static boolean isSearch(JsonNode json) {
        return json.has("front") && json.has("compared");
    }

    /** The folder of a sweep, or one of its two tables. */
    private static boolean isSweep(Path file) {
        if (Files.isDirectory(file)) {
            return Files.exists(file.resolve(FilesToOpen.SWEEP)) && !Files.exists(inside(file));
        }
        String name = String.valueOf(file.getFileName());
        return name.equals(FilesToOpen.SWEEP) || name.equals(SweepFolder.TABLE);
    }

    private static void alone(Path file, int files) throws ProblemException {
        if (files > 1) {
            throw new ProblemException(
                    Problem.Kind.USAGE,
                    file.toString(),
                    Texts.text("report.run.searchAmongOthers"),
                    Texts.text("report.run.severalGiven", files),
                    Texts.text("report.run.searchAlone"));
        }
    }

    private static Document search(Path file, JsonNode json) throws ProblemException {
        refuseNewer(file, json, FoundFiles.SCHEMA);
        try {
            return SearchReport.of(Fields.of(json), Dots.beside(beside(file, Dots.FILE)));
        } catch (IllegalArgumentException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static List<ReportedRun> runs(Path file, JsonNode json) throws ProblemException {
        boolean compared = json.has("runs");
        if (!compared && !(json.has("mode") && json.has("settings"))) {
            throw damaged(file, Texts.text("report.run.isNone"));
        }
        refuseNewer(file, json, compared ? Comparison.SCHEMA : RunJson.SCHEMA);
        Map<String, NpyArray> arrays = arrays(beside(file, MeasureArrays.FILE));
        try {
            Fields whole = Fields.of(json);
            if (!compared) {
                return List.of(RunReader.run(whole, new Measured(arrays, "")));
            }
            return RunReader.all(whole, arrays);
        } catch (IllegalArgumentException e) {
            throw damaged(file, String.valueOf(e.getMessage()));
        }
    }

    private static Path beside(Path file, String name) {
        return Files.isDirectory(file) ? file.resolve(name) : file.resolveSibling(name);
    }

    private static Map<String, NpyArray> arrays(Path file) throws ProblemException {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try (Npz npz = Npz.open(file)) {
                for (String name : npz.names()) {
                    arrays.put(name, npz.array(name));
                }
            }
        }
        return arrays;
    }

    private static void refuseNewer(Path file, JsonNode json, int known) throws ProblemException {
        int schema = json.path("schema").asInt();
        if (schema > known) {
            throw new ProblemException(
                    Problem.Kind.UNSUPPORTED,
                    file.toString(),
                    Texts.text("report.run.newer"),
                    Texts.text("report.run.newerWhy", schema, known),
                    Texts.text("report.run.newerRemedy"));
        }
    }

    private static ProblemException damaged(Path file, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                file.toString(),
                Texts.text("report.run.unusable"),
                SafeText.text(why),
                Texts.text("report.run.unusableRemedy"));
    }
}
