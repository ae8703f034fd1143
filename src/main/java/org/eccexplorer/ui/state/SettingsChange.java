package org.eccexplorer.ui.state;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** What a change of settings is called in the menu that undoes it: "θ = 0.3". */
final class SettingsChange {
    private static final List<Setting> ALL =
            List.of(
                    of("T", Settings::timesteps),
                    option(
                            Texts.text("ui.state.normalisation"),
                            ConversionOptions::currentNormalisation),
                    option(
                            Texts.text("ui.state.elimination"),
                            ConversionOptions::residualElimination),
                    option(
                            Texts.text("ui.state.consistency"),
                            ConversionOptions::batchNormConsistency),
                    option("θ", ConversionOptions::theta),
                    option(Texts.text("ui.state.thetaTiming"), ConversionOptions::thetaTiming),
                    option("κ", ConversionOptions::kappa),
                    option(Texts.text("ui.state.percentile"), ConversionOptions::lambdaPercentile),
                    option(Texts.text("ui.state.lambdaScope"), ConversionOptions::lambdaScope),
                    option("ε", ConversionOptions::epsilon),
                    option(Texts.text("ui.state.weightBits"), ConversionOptions::weightBits),
                    option(Texts.text("ui.state.rounding"), ConversionOptions::rounding),
                    option(Texts.text("ui.state.reset"), ConversionOptions::reset),
                    option(Texts.text("ui.state.leak"), ConversionOptions::leak),
                    option(Texts.text("ui.state.input"), ConversionOptions::input),
                    option(Texts.text("ui.state.pooling"), ConversionOptions::averagePooling),
                    option(
                            Texts.text("ui.state.maximumPooling"),
                            o -> String.valueOf(o.maximumPooling())),
                    option(Texts.text("ui.state.readout"), ConversionOptions::output),
                    option(Texts.text("ui.state.sharedScale"), ConversionOptions::sharedAddScale),
                    option(Texts.text("ui.state.flooredInput"), ConversionOptions::flooredInput),
                    of(Texts.text("ui.state.seed"), Settings::seed),
                    of(Texts.text("ui.state.threads"), Settings::threads),
                    of(Texts.text("ui.state.kernels"), Settings::kernels),
                    of(Texts.text("ui.state.closedForm"), Settings::closedForm));

    private SettingsChange() {}

    private record Setting(String name, Function<Settings, Object> value) {
        boolean differs(Settings one, Settings other) {
            return !value.apply(one).equals(value.apply(other));
        }

        String changedIn(Settings next) {
            Object now = value.apply(next);
            return switch (now) {
                case Boolean on -> Texts.text(on ? "ui.state.on" : "ui.state.off", name);
                case Double number -> name + " = " + number(number);
                case Number count -> name + " = " + Numbers.count(count.longValue());
                default -> name;
            };
        }
    }

    /** As it was typed: 0.3, not 0.300. */
    private static String number(double value) {
        return value == Math.rint(value)
                ? Numbers.count((long) value)
                : BigDecimal.valueOf(value).toString();
    }

    private static Setting of(String name, Function<Settings, Object> value) {
        return new Setting(name, value);
    }

    private static Setting option(String name, Function<ConversionOptions, Object> value) {
        return new Setting(name, settings -> value.apply(settings.conversion()));
    }

    /** How many settings have a name. */
    static int count() {
        return ALL.size();
    }

    /** The setting that changed and its new value; several are not listed. */
    static String name(Settings before, Settings next) {
        List<Setting> changed =
                ALL.stream().filter(setting -> setting.differs(before, next)).toList();
        return changed.size() == 1
                ? changed.getFirst().changedIn(next)
                : Texts.text("ui.state.severalSettings");
    }
}
