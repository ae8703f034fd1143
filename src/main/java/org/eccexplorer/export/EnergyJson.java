package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eccexplorer.measure.RunSnapshot;
import org.eccexplorer.measure.energy.Accounting;
import org.eccexplorer.measure.energy.EnergyModel;
import org.eccexplorer.measure.energy.EnergyParts;
import org.eccexplorer.measure.energy.InputMacs;

/** Energy as JSON: what is counted, and what the total is made of. */
final class EnergyJson {
    private EnergyJson() {}

    /** How often input MACs are counted. */
    static void counted(ObjectNode json, InputMacs inputMacs) {
        json.put("inputMacsCounted", inputMacs.key());
    }

    /** Energy of a whole run. */
    static void write(ObjectNode json, RunSnapshot run, Accounting accounting) {
        EnergyModel model = accounting.model();
        EnergyParts parts = run.energy(accounting);
        json.put("model", model.name());
        json.put("source", model.source());
        json.put("cnnMicrojoules", run.cnnMicrojoules(accounting));
        json.put("snnMicrojoules", parts.microjoules());
        json.put("ratio", run.energyRatio(accounting, parts));
        part(json.putObject("inputMacs"), parts.inputMacs());
        part(json.putObject("synapticOperations"), parts.synapticOperations());
        part(json.putObject("neuronUpdates"), parts.neuronUpdates());
        json.put("neuronUpdatesNotCounted", parts.otherUpdates());
    }

    private static void part(ObjectNode json, EnergyParts.Part part) {
        json.put("count", part.count());
        json.put("microjoules", part.microjoules());
    }
}
