package org.eccexplorer.figures.chart;

import java.util.Locale;
import org.eccexplorer.app.live.CnnReference;
import org.eccexplorer.app.live.RunState;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.votes.Reading;
import org.eccexplorer.plot.SourceRun;
import org.eccexplorer.text.Texts;

/** What charts know of the runs that their values come from. */
public final class Sources {
    private Sources() {}

    /** The closed form of a run with the images that it was evaluated on. */
    static SourceRun closedForm(RunState run) {
        return new SourceRun(run.name(), run.closedForm().images(), run.settings().timesteps());
    }

    /** A chart's values of the layer of a run. */
    static SourceRun ofLayer(RunState run, String layer) {
        return of(run).with("layer", Texts.text("figures.source.layer"), layer);
    }

    /**
     * One image in a run.
     *
     * @param image its index in the data set, from 0
     */
    public static SourceRun ofImage(RunState run, int image) {
        return new SourceRun(run.name(), 1, run.settings().timesteps())
                .with("image", Texts.text("figures.source.image"), image);
    }

    /**
     * A neuron while a run sees one image.
     *
     * @param image its index in the data set, from 0
     */
    public static SourceRun ofNeuron(RunState run, int image, String layer, String neuron) {
        return ofImage(run, image)
                .with("layer", Texts.text("figures.source.layer"), layer)
                .with("neuron", Texts.text("figures.source.neuron"), neuron);
    }

    /** Answers of a run up to a timestep. */
    public static SourceRun ofAnswers(RunState run, int t) {
        return read(run).with("timestep", Texts.text("figures.source.timestep"), t);
    }

    /** The CNN on so many images. */
    public static SourceRun cnn(CnnReference cnn) {
        return SourceRun.ofImages(cnn.images());
    }

    /** The same with what was counted as energy or operations. */
    static SourceRun counted(SourceRun source, Accounting accounting) {
        return source.with(
                        "energy_model",
                        Texts.text("figures.source.energyModel"),
                        accounting.model().key())
                .with(
                        "input_macs",
                        Texts.text("figures.source.inputMacs"),
                        accounting.inputMacs().key())
                .with(
                        "neuron_updates",
                        Texts.text("figures.source.neuronUpdates"),
                        accounting.model().updates().name().toLowerCase(Locale.ROOT));
    }

    /** The run, and how its classes are read where that is not as usual. */
    static SourceRun read(RunState run) {
        SourceRun source = of(run);
        Reading reading = run.snapshot().map(RunSnapshot::reading).orElse(Reading.PLAIN);
        if (reading.from() > 0) {
            source =
                    source.with("read_from", Texts.text("figures.source.readFrom"), reading.from());
        }
        return reading.endsEarly()
                ? source.with(
                        "early_exit",
                        Texts.text("figures.source.earlyExit"),
                        run.settings().reading().epsilon())
                : source;
    }

    /** The run with the images that are done and its T. */
    public static SourceRun of(RunState run) {
        return new SourceRun(
                run.name(),
                run.snapshot().map(RunSnapshot::images).orElse(0),
                run.settings().timesteps());
    }
}
