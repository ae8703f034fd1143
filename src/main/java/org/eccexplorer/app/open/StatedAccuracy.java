package org.eccexplorer.app.open;

import java.nio.file.Path;
import java.util.OptionalDouble;
import org.eccexplorer.array.DataSpec;
import org.eccexplorer.dataset.BundledModels;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** Which accuracy a CNN is expected to have: as the user says, or else its sample.json. */
final class StatedAccuracy {
    private StatedAccuracy() {}

    /** From 0 to 1; empty if nothing states it. */
    static OptionalDouble of(Path model, DataSpec spec) throws ProblemException {
        String said = spec.said(DataSpec.EXPECTED);
        return said.isEmpty()
                ? BundledModels.statedAccuracy(model)
                : OptionalDouble.of(percent(said) / 100);
    }

    private static double percent(String text) throws ProblemException {
        try {
            double percent = Double.parseDouble(text.strip().replaceFirst("\\s*%$", ""));
            if (percent >= 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException noNumber) {
            // explained below, as a number that is out of range is
        }
        throw new ProblemException(
                Problem.Kind.USAGE,
                "--" + DataSpec.EXPECTED,
                Texts.text("dataset.cannotBeUsed"),
                Texts.text("dataset.itIs", text),
                Texts.text("app.open.givePercent"));
    }
}
