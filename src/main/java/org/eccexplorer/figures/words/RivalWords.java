package org.eccexplorer.figures.words;

import org.eccexplorer.measure.QuantisedRival;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** How it is spoken of the CNN that has as many levels as a rate. */
public final class RivalWords {
    private static final int DECIMALS = 4;

    private RivalWords() {}

    /** Bits, energies, their ratio, and the rate at which both take the same. */
    public static String line(QuantisedRival rival) {
        return Texts.text(
                "figures.rival.line",
                rival.bits(),
                Numbers.count(rival.levels()),
                EnergyWords.microjoules(rival.snnMicrojoules()),
                EnergyWords.microjoules(rival.cnnMicrojoules()),
                EnergyWords.ratio(rival.ratio()),
                Numbers.fixed(rival.breakEven(), DECIMALS),
                Numbers.fixed(rival.rate(), DECIMALS));
    }
}
