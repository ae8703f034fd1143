package org.eccexplorer.nir;

import org.eccexplorer.container.ModelFaults;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Texts;

/** The problems that NIR files can have, worded once. */
final class NirFaults {
    private NirFaults() {}

    /** A node, for messages. */
    static String place(String where, String node) {
        return Texts.text("nir.place", where, SafeText.text(node));
    }

    /** A layer that has no words in the format. */
    static ProblemException notWritten(String layer, String why, String remedy) {
        return ModelFaults.unsupported(
                Texts.text("nir.layer", layer), Texts.text("nir.notWritten"), why, remedy);
    }

    /** A layer whose synapses are those of no convolution. */
    static ProblemException geometry(String layer) {
        return notWritten(
                layer, Texts.text("nir.write.geometry"), Texts.text("nir.write.geometry.remedy"));
    }

    /** A graph that contradicts itself. */
    static ProblemException corrupt(String where, String why) {
        return ModelFaults.corrupt(where, Texts.text("nir.damaged"), why);
    }

    /** A graph that says something which is not simulated here. */
    static ProblemException unsupported(String where, String why, String remedy) {
        return ModelFaults.unsupported(where, Texts.text("nir.notSimulated"), why, remedy);
    }
}
