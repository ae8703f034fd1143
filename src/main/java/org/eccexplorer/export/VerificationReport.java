package org.eccexplorer.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.eccexplorer.network.ModelId;

/**
 * How far an imported CNN is from what the trained one computed; docs/verify-json.md describes what
 * is written of it.
 *
 * @param against file of the inputs and outputs
 * @param absoluteError largest absolute difference of an output
 * @param relativeError the same over the largest absolute output of its image, at least 1e-3
 * @param tolerance largest relative error that passes
 * @param sameClass images of which the largest output is the same
 */
public record VerificationReport(
        ModelId model,
        String against,
        int images,
        double absoluteError,
        double relativeError,
        double tolerance,
        int sameClass) {
    /** Raised when a field changes its meaning or goes. */
    private static final int SCHEMA = 1;

    /** Whether the import agrees. */
    public boolean passes() {
        return relativeError <= tolerance;
    }

    /** As JSON for other programs. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("schema", SCHEMA);
        SourceJson.write(json, model);
        json.put("against", against);
        json.put("images", images);
        json.put("absoluteError", Double.isFinite(absoluteError) ? absoluteError : null);
        json.put("relativeError", Double.isFinite(relativeError) ? relativeError : null);
        json.put("tolerance", tolerance);
        json.put("sameClass", sameClass);
        json.put("passes", passes());
        return json.toPrettyString();
    }
}
