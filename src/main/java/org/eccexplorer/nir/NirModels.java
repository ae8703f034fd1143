package org.eccexplorer.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eccexplorer.container.ModelFile;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.convert.Action;
import org.eccexplorer.convert.ActivationRanges;
import org.eccexplorer.convert.Conversion;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionReport;
import org.eccexplorer.convert.LayerNote;
import org.eccexplorer.network.Conventions;
import org.eccexplorer.network.OwnRule;
import org.eccexplorer.network.TrainedModel;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.spiking.Reset;
import org.eccexplorer.spiking.Role;
import org.eccexplorer.spiking.SpikingLayer;
import org.eccexplorer.spiking.SpikingNetwork;
import org.eccexplorer.text.Texts;

/**
 * Opens NIR files as models: networks that spike already. A neuron resets to zero, as the format
 * has said since 1.0.6; in files of before, and where this program wrote that it does, the
 * threshold is subtracted.
 */
public final class NirModels {
    /** The last version in whose words an IF neuron subtracts its threshold. */
    private static final int LAST_SUBTRACTING = 5;

    /** What its name begins with in {@code nir.format} and {@code nir.formatVersion}. */
    private static final String NAME = "NIR ";

    private static final Pattern PATCH = Pattern.compile("1\\.0\\.(\\d{1,6}).*");

    private NirModels() {}

    /** Whether a file is one. */
    public static boolean isOne(ModelFile file) {
        return NirReader.isOne(file);
    }

    /** Reads a file. */
    public static TrainedModel read(ModelFile file) throws ProblemException {
        NirGraph graph = NirReader.read(file);
        String where = file.path().toString();
        String name = String.valueOf(file.path().getFileName()).replaceFirst("\\.nir$", "");
        boolean subtracts = subtracts(graph);
        RateNetwork.Rates rates = RateNetwork.of(where, graph, SafeText.text(name), subtracts);
        List<String> warnings = new ArrayList<>();
        warnings.add(Texts.text(subtracts ? "nir.ownRule.subtract" : "nir.ownRule.zero"));
        return new TrainedModel(
                rates.network(),
                format(graph.version()),
                file.sha256(),
                new Conventions(false, true),
                warnings,
                rates.rule());
    }

    private static String format(String version) {
        return version.isEmpty()
                ? Texts.text("nir.format")
                : Texts.text("nir.formatVersion", SafeText.text(version));
    }

    /** Whether a model of this format, as results name it, was read from such a file. */
    public static boolean isFormat(String format) {
        return format.startsWith(NAME);
    }

    private static boolean subtracts(NirGraph graph) {
        String said = graph.metadata().getOrDefault("reset", "");
        if (!said.isEmpty()) {
            return said.equals("subtract");
        }
        Matcher patch = PATCH.matcher(graph.version());
        return graph.version().startsWith("0.")
                || (patch.matches() && Integer.parseInt(patch.group(1)) <= LAST_SUBTRACTING);
    }

    /** The options with which a network that spikes already is itself again. */
    public static ConversionOptions options(OwnRule rule) {
        return ConversionOptions.ecc()
                .with(ConversionOptions.CURRENT_NORMALISATION, false)
                .with(ConversionOptions.RESIDUAL_ELIMINATION, false)
                .with(ConversionOptions.BATCH_NORM_CONSISTENCY, false)
                .with(ConversionOptions.RESET, rule.subtracts() ? Reset.SUBTRACTION : Reset.ZERO);
    }

    /**
     * The network by itself: its neurons have their own thresholds.
     *
     * @param converted from the currents of the rule, with its options
     */
    public static Conversion.Result own(OwnRule rule, Conversion.Result converted) {
        ConversionReport report = converted.report();
        return new Conversion.Result(
                withThresholds(rule, converted.network()),
                new ConversionReport(
                        notes(rule, report.notes()),
                        report.layers(),
                        report.rewrites(),
                        report.warnings()));
    }

    /**
     * What became of each layer.
     *
     * @param converted what a conversion of the currents says, to which a threshold is nothing
     */
    public static List<LayerNote> notes(OwnRule rule, List<LayerNote> converted) {
        Set<String> thresholds =
                rule.thresholds().keySet().stream()
                        .map(RateNetwork::threshold)
                        .collect(Collectors.toSet());
        return converted.stream()
                .map(note -> thresholds.contains(note.layer()) ? ownThreshold(note.layer()) : note)
                .toList();
    }

    private static LayerNote ownThreshold(String layer) {
        return new LayerNote(layer, Action.KEPT, Texts.text("nir.keptThreshold"));
    }

    private static SpikingNetwork withThresholds(OwnRule rule, SpikingNetwork network) {
        SpikingNetwork own = network;
        for (int l = 0; l < network.layers().size(); l++) {
            SpikingLayer layer = network.layers().get(l);
            String name = rule.currents().nodes().get(layer.node()).name();
            Float threshold = rule.thresholds().get(name);
            if (threshold != null && layer.role() == Role.RELU) {
                own = own.with(l, layer.withThreshold(threshold));
            }
        }
        return own;
    }

    /**
     * The spiking network of a graph, by itself.
     *
     * @param where the file, for messages
     */
    public static SpikingNetwork spiking(String where, NirGraph graph) throws ProblemException {
        OwnRule rule = RateNetwork.of(where, graph, where, subtracts(graph)).rule();
        Conversion conversion = Conversion.of(rule.currents(), options(rule));
        ActivationRanges none = new ActivationRanges(rule.currents(), conversion.calibratedNodes());
        none.finish();
        return own(rule, conversion.result(none)).network();
    }
}
