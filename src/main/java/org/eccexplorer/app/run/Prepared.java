package org.eccexplorer.app.run;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.eccexplorer.app.open.LoadedModel;
import org.eccexplorer.app.work.Cancellation;
import org.eccexplorer.app.work.RunningTime;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.dataset.LabelledImages;
import org.eccexplorer.network.Node;
import org.eccexplorer.network.OwnRule;
import org.eccexplorer.network.forward.CnnEvaluator;
import org.eccexplorer.nir.NirModels;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/**
 * A model converted with certain settings, ready to run.
 *
 * @param cnn the CNN that was converted: as trained, or with its activations or maximum pooling
 *     replaced
 * @param calibrationSeconds what measuring λ, and correcting bias or V(0), took
 */
public record Prepared(
        Settings settings,
        CnnEvaluator cnn,
        SpikingNetwork network,
        ConversionReport report,
        double calibrationSeconds) {

    /**
     * Calibrates and converts.
     *
     * @throws CancellationException if it was cancelled before λ was known
     */
    public static Prepared of(
            LoadedModel model,
            LabelledImages calibration,
            Settings settings,
            Cancellation cancellation)
            throws ProblemException {
        return of(model, calibration, settings, Preparation.SILENT, cancellation);
    }

    /** The same, heard of while it goes on. */
    public static Prepared of(
            LoadedModel model,
            LabelledImages calibration,
            Settings settings,
            Preparation progress,
            Cancellation cancellation)
            throws ProblemException {
        return of(model, calibration, settings, new CalibrationCache(), progress, cancellation);
    }

    /** Converts, and calibrates unless the cache knows the ranges. */
    public static Prepared of(
            LoadedModel model,
            LabelledImages calibration,
            Settings settings,
            CalibrationCache cache,
            Cancellation cancellation)
            throws ProblemException {
        return of(model, calibration, settings, cache, Preparation.SILENT, cancellation);
    }

    /** Converts, and calibrates unless the cache knows the result. */
    public static Prepared of(
            LoadedModel model,
            LabelledImages calibration,
            Settings settings,
            CalibrationCache cache,
            Preparation progress,
            Cancellation cancellation)
            throws ProblemException {
        try {
            return converted(model, calibration, settings, cache, progress, cancellation);
        } catch (OutOfMemoryError e) {
            throw MemoryEstimate.exhaustedByConversion(model.network().name(), e);
        }
    }

    /**
     * The settings that a model is run with: those that are given, but a network that spikes
     * already has those of its own rule for a conversion.
     */
    public static Settings settled(LoadedModel model, Settings settings) {
        return settings.with(settled(model, settings.conversion()));
    }

    /** The same of the options of a conversion. */
    public static ConversionOptions settled(LoadedModel model, ConversionOptions options) {
        OwnRule rule = model.model().ownRule();
        return rule == null ? options : NirModels.options(rule);
    }

    /**
     * What becomes of each layer of a model.
     *
     * @param options settled for the model
     * @throws ProblemException naming every layer that has no spiking counterpart
     */
    public static List<LayerNote> notes(LoadedModel model, ConversionOptions options)
            throws ProblemException {
        OwnRule rule = model.model().ownRule();
        List<LayerNote> notes = conversion(model, options).notes();
        return rule == null ? notes : NirModels.notes(rule, notes);
    }

    private static Conversion conversion(LoadedModel model, ConversionOptions options)
            throws ProblemException {
        OwnRule rule = model.model().ownRule();
        return Conversion.of(rule == null ? model.network() : rule.currents(), options);
    }

    private static Prepared converted(
            LoadedModel model,
            LabelledImages calibration,
            Settings given,
            CalibrationCache cache,
            Preparation progress,
            Cancellation cancellation)
            throws ProblemException {
        long start = RunningTime.nanos();
        Settings settings = settled(model, given);
        ConversionOptions options = settings.forTimesteps();
        Conversion conversion = conversion(model, options);
        CnnEvaluator cnn =
                conversion.isRewritten() ? model.cnn().with(conversion.network()) : model.cnn();
        ActivationRanges ranges =
                cache.get(
                        conversion,
                        cnn,
                        options,
                        calibration,
                        settings.threads(),
                        progress,
                        cancellation);
        if (cancellation.isRequested()) {
            throw new CancellationException("stopped while λ was measured");
        }
        requireNumbers(model, ranges);
        OwnRule rule = model.model().ownRule();
        Conversion.Result converted = conversion.result(ranges);
        Conversion.Result result = rule == null ? converted : NirModels.own(rule, converted);
        SpikingNetwork network =
                cache.corrected(
                        result.network(), cnn, calibration, settings, progress, cancellation);
        double seconds = RunningTime.secondsSince(start);
        return new Prepared(settings, cnn, network, result.report(), seconds);
    }

    /** The same network with settings that change nothing of its conversion. */
    public Prepared with(Settings others) {
        return new Prepared(others, cnn, network, report, calibrationSeconds);
    }

    /**
     * Refuses a CNN that overflows: its answers would mean nothing, and those of the SNN neither.
     */
    private static void requireNumbers(LoadedModel model, ActivationRanges ranges)
            throws ProblemException {
        Node node = ranges.overflowing().orElse(null);
        if (node != null) {
            throw new ProblemException(
                    Problem.Kind.CORRUPT,
                    model.network().name(),
                    Texts.text("app.run.overflows"),
                    Texts.text("app.run.overflowsAt", node.name()),
                    Texts.text("app.run.overflowsRemedy"));
        }
    }

    /** The same, to be run on this many threads. */
    public Prepared onThreads(int threads) {
        return new Prepared(
                settings.withThreads(threads), cnn, network, report, calibrationSeconds);
    }
}
