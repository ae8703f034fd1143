package org.eccexplorer.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.ConversionOptions.AveragePooling;
import org.eccexplorer.convert.ConversionOptions.LambdaScope;
import org.eccexplorer.convert.ConversionOptions.MaximumPooling;
import org.eccexplorer.convert.ConversionOptions.Readout;
import org.eccexplorer.convert.ConversionOptions.Rounding;
import org.eccexplorer.convert.ConversionOptions.ThetaTiming;
import org.eccexplorer.sim.ClosedForm;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.spiking.Reset;

/** Names runs by what is switched, and by what else is not as usual: "CN + TRE · θ 0.3". */
public final class RunName {
    private static final ConversionOptions USUAL = ConversionOptions.ecc();

    private RunName() {}

    public static String of(Settings settings) {
        List<String> parts = new ArrayList<>();
        parts.add(settings.conversion().techniques());
        parts.addAll(variations(settings));
        return String.join(" · ", parts);
    }

    /** What is not as usual, the closed form too. */
    public static List<String> variations(Settings settings) {
        List<String> found = variations(settings.conversion());
        found.addAll(variations(settings.closedForm()));
        return found;
    }

    /** What a closed form leaves out that is usual. */
    public static List<String> variations(ClosedForm.Variant variant) {
        List<String> found = new ArrayList<>();
        add(found, variant.extension() < 0, "closed form unclipped");
        add(found, variant.extension() > 0, "closed form T + " + variant.extension());
        add(found, !variant.rounded(), "closed form unrounded");
        return found;
    }

    /** What is not as usual and matters under these techniques, each in a word or two. */
    private static List<String> variations(ConversionOptions o) {
        List<String> found = new ArrayList<>();
        if (o.residualElimination()) {
            add(found, o.theta() != USUAL.theta(), "θ ", o.theta(), "");
            add(found, o.thetaTiming() == ThetaTiming.SPREAD, "θ spread");
        }
        if (o.currentNormalisation()) {
            add(found, o.kappa() != USUAL.kappa(), "κ ", o.kappa(), "");
            add(found, o.lambdaPercentile() != 100, "λ ", o.lambdaPercentile(), " %");
            add(found, o.lambdaScope() == LambdaScope.CHANNEL, "λ per channel");
        }
        if (!o.batchNormConsistency()) {
            add(found, o.epsilon() != USUAL.epsilon(), "ε ", o.epsilon(), "");
        }
        add(found, o.weightBits() > 0, o.weightBits() + " bits");
        add(found, o.weightBits() > 0 && o.rounding() == Rounding.NEAREST, "rounded");
        add(found, o.reset() == Reset.ZERO, "reset to zero");
        add(found, o.leak() > 0, "leak ", o.leak(), "");
        add(found, o.input() == InputCoding.POISSON, "Poisson");
        add(found, o.maximumPooling() == MaximumPooling.AVERAGE, "max → average");
        add(found, o.maximumPooling() == MaximumPooling.GATE, "max gate");
        boolean spKeras = o.equals(o.spKeras());
        add(found, spKeras, "SpKeras");
        if (!spKeras) {
            add(found, o.averagePooling() == AveragePooling.SPIKING, "pooling spikes");
            add(found, o.output() == Readout.SPIKES, "output spikes");
            add(found, o.sharedAddScale(), "Add shares λ");
            add(found, o.flooredInput(), "input floored");
        }
        return found;
    }

    private static void add(List<String> found, boolean differs, String what) {
        if (differs) {
            found.add(what);
        }
    }

    private static void add(
            List<String> found, boolean differs, String name, double value, String unit) {
        if (differs) {
            found.add(name + number(value) + unit);
        }
    }

    private static String number(double value) {
        String text =
                value != 0 && Math.abs(value) < 1e-3
                        ? String.format(Locale.ROOT, "%.0e", value).replace("e-0", "e-")
                        : String.format(Locale.ROOT, "%.4f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }
}
