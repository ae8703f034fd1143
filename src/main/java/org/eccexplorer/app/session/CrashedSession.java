package org.eccexplorer.app.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.problem.ProblemException;

/**
 * A session that a window left when it closed unexpectedly: what is shown of it before it is
 * restored.
 *
 * @param saved when it saved itself last
 * @param model name of its model
 * @param runs their names, the oldest first
 */
public record CrashedSession(Path file, Instant saved, String model, List<String> runs) {

    public CrashedSession {
        runs = List.copyOf(runs);
    }

    /**
     * Reads what a session holds.
     *
     * @throws ProblemException if it is damaged or of a newer version
     */
    public static CrashedSession read(Path file) throws ProblemException {
        SessionContent content = SessionFile.read(file);
        return new CrashedSession(
                file,
                Instant.ofEpochMilli(file.toFile().lastModified()),
                content.model().replaceFirst(".*[/\\\\]", ""),
                content.runs().stream()
                        .map(run ->
                                run.label().isEmpty() ? RunName.of(run.settings()) : run.label())
                        .toList());
    }
}
