package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eccexplorer.files.Version;
import org.eccexplorer.measure.RunSource;
import org.eccexplorer.network.ModelId;

/** What stands at the beginning of every result: what it is of, and which program wrote it. */
public final class SourceJson {
    private SourceJson() {}

    /** Adds the versions and what was run. */
    public static void write(ObjectNode json, RunSource source) {
        write(json, source.model());
        json.put("data", source.data());
        json.put("calibration", source.calibration());
        json.put("calibratedOnTest", source.calibratedOnTest());
        json.put("preparation", source.preparation());
    }

    /** Adds the model, and the versions of what read it. */
    static void write(ObjectNode json, ModelId id) {
        ObjectNode versions = json.putObject("versions");
        versions.put("eccExplorer", Version.NUMBER);
        versions.put("java", Runtime.version().toString());
        ObjectNode model = json.putObject("model");
        model.put("file", id.file());
        model.put("weights", id.weights());
        model.put("format", id.format());
        model.put("sha256", id.sha256());
    }
}
