package org.eccexplorer.report.run;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Correction;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.measure.Schedule;
import org.eccexplorer.report.Block;
import org.eccexplorer.report.Document.Section;
import org.eccexplorer.text.Texts;

/** How it is computed, and after whom. */
final class MethodSection {
    private MethodSection() {}

    /**
     * The method.
     *
     * @param used the settings of what is reported, whose techniques have sources
     */
    static Section of(List<Settings> used) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Subheading(Texts.text("report.run.method.conversionTitle")));
        blocks.add(new Block.Paragraph(Texts.text("report.run.method.conversion")));
        blocks.add(new Block.Subheading(Texts.text("report.run.method.simulationTitle")));
        blocks.add(new Block.Paragraph(Texts.text("report.run.method.simulation")));
        blocks.add(new Block.Subheading(Texts.text("report.run.method.closedFormTitle")));
        blocks.add(new Block.Paragraph(Texts.text("report.run.method.closedForm")));
        blocks.add(new Block.Subheading(Texts.text("report.run.method.errorTitle")));
        blocks.add(new Block.Paragraph(Texts.text("report.run.method.error")));
        blocks.add(new Block.Subheading(Texts.text("report.run.method.costTitle")));
        blocks.add(new Block.Paragraph(Texts.text("report.run.method.cost")));
        blocks.add(new Block.Subheading(Texts.text("report.run.references")));
        blocks.add(new Block.References(references(used)));
        return new Section(Texts.text("report.run.method"), blocks);
    }

    /** Sources of what was used, each once. */
    static List<String> references(List<Settings> used) {
        Set<String> all = new LinkedHashSet<>();
        all.add(Texts.text("report.run.source.ecc"));
        all.add(Texts.text("report.run.source.spKeras"));
        for (Settings settings : used) {
            ConversionOptions options = settings.conversion();
            if (options.varies(ConversionOptions.LAMBDA_PERCENTILE)) {
                all.add(Texts.text("report.run.source.percentile"));
            }
            if (options.lambdaRule() == LambdaRule.MSE || options.calibrate() != Correction.NONE) {
                all.add(Texts.text("report.run.source.calibration"));
            }
            if (options.lambdaRule() == LambdaRule.ITERATION
                    || options.neurons() == Neurons.MULTI) {
                all.add(Texts.text("report.run.source.differential"));
            }
            if (options.neurons() == Neurons.SIGNED) {
                all.add(Texts.text("report.run.source.signed"));
            }
            if (settings.reading().from() != 0) {
                all.add(Texts.text("report.run.source.delayed"));
            }
            if (settings.reading().epsilon() > 0) {
                all.add(Texts.text("report.run.source.earlyExit"));
            }
            if (settings.schedule() == Schedule.SYNCHRONOUS) {
                all.add(Texts.text("report.run.source.synchronous"));
            }
        }
        all.add(Texts.text("report.run.source.interval"));
        all.add(Texts.text("report.run.source.horowitz"));
        all.add(Texts.text("report.run.source.loihi"));
        all.add(Texts.text("report.run.source.rival"));
        return List.copyOf(all);
    }
}
