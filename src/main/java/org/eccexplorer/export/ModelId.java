package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Which model a result is of, as written beside it.
 *
 * @param weights file of the weights where they lie in one of their own; null if they do not
 * @param format container and writer
 * @param sha256 of the model's files
 */
public record ModelId(String file, @Nullable String weights, String format, String sha256) {

    /** Adds the model, and the versions of what read it. */
    void write(ObjectNode json) {
        ObjectNode versions = json.putObject("versions");
        versions.put("eccExplorer", Version.NUMBER);
        versions.put("java", Runtime.version().toString());
        ObjectNode model = json.putObject("model");
        model.put("file", file);
        model.put("weights", weights);
        model.put("format", format);
        model.put("sha256", sha256);
    }
}
