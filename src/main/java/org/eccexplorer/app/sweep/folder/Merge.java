package org.eccexplorer.app.sweep.folder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eccexplorer.app.sweep.run.Engine;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Puts the folders of one plan's shards together. */
public final class Merge {
    private Merge() {}

    /**
     * Writes the tables of all of them, as if one process had done every run.
     *
     * @param engine which writes them in further formats
     * @throws ProblemException if a folder has no sweep or another one, or two have different rows
     *     of one run
     */
    public static Sweep.End of(List<Path> folders, Path out, Optional<Engine> engine)
            throws ProblemException {
        SweepJson.Recorded first = SweepJson.read(folders.getFirst());
        for (Path folder : folders) {
            SweepJson.Recorded other = SweepJson.read(folder);
            if (!other.plan().text().equals(first.plan().text())) {
                throw refused(folder, Texts.text("app.sweep.otherPlanWhy", folders.getFirst()));
            }
            if (!other.survey().found().equals(first.survey().found())) {
                throw refused(folder, Texts.text("app.sweep.otherContents", folders.getFirst()));
            }
        }
        SweepTables.Counts counts =
                new SweepTables(
                                first.plan(),
                                first.survey(),
                                folders.stream().map(SweepFolder::new).toList())
                        .write(out, Shard.WHOLE);
        if (engine.isPresent()) {
            engine.get().writeTables(out);
        }
        ObjectNode json = SweepJson.json(first.plan(), first.survey(), Shard.WHOLE, counts);
        SweepJson.write(out, json);
        return new Sweep.End(counts.done(), counts.failed(), counts.missing(), json);
    }

    private static ProblemException refused(Path folder, String why) {
        return new ProblemException(
                Problem.Kind.CORRUPT,
                folder.toString(),
                Texts.text("app.sweep.otherPlan"),
                why,
                Texts.text("app.sweep.mergeOnePlan"));
    }
}
