package org.eccexplorer.ui.settings;

import java.util.List;
import javafx.scene.control.Label;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.text.Texts;
import org.eccexplorer.ui.fx.Rows;

/** The cards of the three techniques. */
final class TechniqueCards {
    /** The percentiles that are offered beside the maximum, in %. */
    private static final List<Double> PERCENTILES = List.of(100.0, 99.99, 99.9, 99.0);

    private final SettingControls controls;

    TechniqueCards(SettingControls controls) {
        this.controls = controls;
    }

    TechniqueCard normalisation() {
        Setting<Double> percentile = Setting.of(ConversionOptions.LAMBDA_PERCENTILE);
        return card(ConversionOptions.CURRENT_NORMALISATION)
                .with(
                        controls.whileItMatters(
                                percentile,
                                Rows.setting(
                                        Texts.text("ui.settings.lambdaFrom"),
                                        Texts.text("ui.settings.lambdaFromTooltip"),
                                        controls.choice(
                                                percentile, PERCENTILES, TechniqueCards::name))))
                .with(controls.row(Setting.of(ConversionOptions.KAPPA)));
    }

    private static String name(double percentile) {
        return percentile == ConversionOptions.LAMBDA_PERCENTILE.standard()
                ? Texts.text("ui.settings.maximum")
                : Texts.text(
                        "ui.settings.percent",
                        ConversionOptions.LAMBDA_PERCENTILE.shown(percentile));
    }

    TechniqueCard elimination() {
        Setting<Double> theta = Setting.of(ConversionOptions.THETA);
        return card(ConversionOptions.RESIDUAL_ELIMINATION)
                .with(controls.row(theta, controls.slider(theta)))
                .with(controls.row(Setting.of(ConversionOptions.THETA_TIMING)));
    }

    /**
     * The card of batch-norm consistency.
     *
     * @param trained the ε that the model was trained with
     */
    TechniqueCard consistency(String trained) {
        Label model = new Label(trained);
        model.getStyleClass().add("value");
        return card(ConversionOptions.BATCH_NORM_CONSISTENCY)
                .with(
                        Rows.setting(
                                Texts.text("ui.settings.trainedEpsilon"),
                                Texts.text("ui.settings.trainedEpsilonTooltip"),
                                model))
                .with(controls.row(Setting.of(ConversionOptions.EPSILON)));
    }

    private TechniqueCard card(Toggle technique) {
        return new TechniqueCard(technique, controls.toggle(Setting.of(technique)));
    }
}
