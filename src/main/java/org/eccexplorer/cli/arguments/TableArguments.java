package org.eccexplorer.cli.arguments;

import java.nio.file.Path;
import java.util.List;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.figures.run.RunTables;
import org.eccexplorer.figures.table.SavedTable;
import org.eccexplorer.figures.table.TableKind;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;
import picocli.CommandLine.Option;

/** The option that writes the table of runs for papers. */
public final class TableArguments {
    @Option(names = "--tables", descriptionKey = "option.tables")
    private boolean wanted;

    /**
     * Checks the option before anything is computed.
     *
     * @param output where the tables go
     */
    public void check(OutputArguments output) throws ProblemException {
        if (wanted && !output.hasFolder()) {
            throw ConversionArguments.usage(
                    "--tables",
                    Texts.text("cli.arguments.noOut"),
                    Texts.text("cli.arguments.addOut"));
        }
    }

    /** Whether tables are wanted. */
    public boolean areWanted() {
        return wanted;
    }

    /**
     * Writes the tables, if they are wanted.
     *
     * @param name of the files, without an ending
     * @param runs that have a row each, at their last timestep
     * @param model what they are of
     */
    public void write(
            Path folder, String name, List<RunState> runs, Accounting accounting, String model)
            throws ProblemException {
        if (wanted) {
            int t = runs.getFirst().settings().timesteps();
            SavedTable table = RunTables.runs(runs, t, accounting, model);
            for (TableKind kind : List.of(TableKind.MARKDOWN, TableKind.LATEX)) {
                table.write(folder.resolve(name + "." + kind.ending()));
            }
        }
    }
}
