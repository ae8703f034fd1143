package org.eccexplorer.report.run;

import java.util.List;
import java.util.Map;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.app.live.RunStyles;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.export.MeasureArrays;
import org.eccexplorer.export.RunJson;
import org.eccexplorer.export.RunReport;
import org.eccexplorer.figures.words.Sentences;
import org.eccexplorer.measure.CnnStage;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.InputMacs;

/**
 * A run as its results tell of it.
 *
 * @param state as charts, tables and sentences take it; without the network
 * @param notes what was done with each layer of the CNN
 * @param warnings of the conversion
 * @param stages the CNN as trained and after each change; empty if it was not changed
 * @param lambda of the input and of each layer; empty if it is not known
 * @param latency timesteps from an image to its answer
 * @param closedFormOnly whether it is the closed form, in place of a simulation
 * @param isDetailed whether each timestep and the spread over neurons are known
 * @param command what repeats it; empty if it is not known
 * @param seconds how long each part took, by its name in run.json
 */
record ReportedRun(
        RunState state,
        Source source,
        List<LayerNote> notes,
        List<String> warnings,
        List<CnnStage> stages,
        Map<String, Double> lambda,
        int latency,
        boolean closedFormOnly,
        boolean isDetailed,
        InputMacs inputMacs,
        String command,
        Map<String, Double> seconds) {

    ReportedRun {
        notes = List.copyOf(notes);
        warnings = List.copyOf(warnings);
        stages = List.copyOf(stages);
        lambda = Map.copyOf(lambda);
        seconds = Map.copyOf(seconds);
    }

    /** A run that is not a file yet, told in the very words of its file. */
    static ReportedRun of(RunReport report) {
        Fields json = Fields.of(RunJson.json(report));
        RunSnapshot result = report.outcome().result();
        return RunReader.run(json, new Measured(MeasureArrays.of(result, ""), ""));
    }

    RunSnapshot measured() {
        return state.snapshot().orElseThrow();
    }

    int timesteps() {
        return measured().timesteps();
    }

    /** Which cause of error is the largest, and what is to be said of it. */
    String dominantCause() {
        return Sentences.dominantCause(state, source.spikesAlready());
    }

    /** Among others: with a number, and the colour of that number, and a name. */
    ReportedRun as(int number, String label) {
        return with(
                new RunState(
                        number,
                        number % RunStyles.COUNT,
                        label,
                        state.settings(),
                        state.phase(),
                        state.closedForm(),
                        state.prepared(),
                        state.snapshot(),
                        state.seconds()));
    }

    /** The same run, its name with something that tells it from others. */
    ReportedRun distinguished(String by) {
        return with(state.distinguished(by));
    }

    /** The same run in another state. */
    ReportedRun with(RunState told) {
        return new ReportedRun(
                told,
                source,
                notes,
                warnings,
                stages,
                lambda,
                latency,
                closedFormOnly,
                isDetailed,
                inputMacs,
                command,
                seconds);
    }
}
