package org.eccexplorer.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eccexplorer.app.bench.Rot;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.TextTable;
import org.eccexplorer.text.TextTable.Column;
import org.eccexplorer.text.Texts;

/** Compares ratios of speeds with those in a folder of earlier outputs. */
final class KeptSpeeds {
    private static final int ROTTEN = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptSpeeds() {}

    /**
     * Says what became slower.
     *
     * @param now as {@link BenchJson} writes it
     * @return the exit code: 1 where a ratio is rotten, or nothing was kept to compare with
     */
    static int compare(PrintWriter out, JsonNode now, Path folder) throws ProblemException {
        Optional<JsonNode> kept = kept(now, folder);
        if (kept.isEmpty()) {
            out.println(Texts.text("cli.bench.nothingKept", folder.toString()));
            return ROTTEN;
        }
        List<Rot> rots = Rot.of(BenchJson.ratios(now), BenchJson.ratios(kept.get()));
        List<List<String>> rows =
                rots.stream()
                        .map(rot ->
                                List.of(
                                        rot.name(),
                                        Numbers.fixed(rot.now(), 3),
                                        Numbers.fixed(rot.kept(), 3),
                                        Numbers.percent(rot.change(), 1)))
                        .toList();
        TextTable.of(
                        Column.words(Texts.text("cli.bench.ratioName")),
                        Column.numbers(Texts.text("cli.bench.now")),
                        Column.numbers(Texts.text("cli.bench.kept")),
                        Column.numbers(Texts.text("cli.bench.change")))
                .print(out, rows);
        List<String> rotten = rots.stream().filter(Rot::isRotten).map(Rot::name).toList();
        String allowed = Numbers.percent(Rot.ALLOWED, 0);
        out.println(
                rotten.isEmpty()
                        ? Texts.text("cli.bench.nothingRotten", allowed)
                        : Texts.text("cli.bench.rotten", allowed, String.join(", ", rotten)));
        return rotten.isEmpty() ? 0 : ROTTEN;
    }

    /** What was kept of the same on such a machine, of the same processor if there is one. */
    private static Optional<JsonNode> kept(JsonNode now, Path folder) throws ProblemException {
        List<JsonNode> comparable = new ArrayList<>();
        for (Path file : files(folder)) {
            JsonNode json = read(file);
            if (BenchJson.areComparable(now, json)) {
                comparable.add(json);
            }
        }
        return comparable.stream()
                .min(Comparator.comparing(json -> !BenchJson.haveOneProcessor(now, json)));
    }

    private static List<Path> files(Path folder) throws ProblemException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static JsonNode read(Path file) throws ProblemException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ProblemException unreadable(Path file, IOException e) {
        return new ProblemException(
                Problem.Kind.UNREADABLE,
                file.toString(),
                Texts.text("cli.bench.keptUnreadable"),
                Reason.of(e),
                Texts.text("cli.bench.keepAgain"));
    }
}
