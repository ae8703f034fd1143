package org.eccexplorer.app.find.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import org.eccexplorer.app.find.trial.Scatter;

/** How leads scatter, as JSON: what belongs to the CNN is the same at all places of a trial. */
final class ScatterJson {
    private ScatterJson() {}

    static void write(ObjectNode json, Scatter[][] rows) {
        // The last place is known of every image: all starts are before the last timestep.
        Scatter whole = rows[0][rows[0].length - 1];
        json.put("images", whole.images());
        json.put("cnn", whole.cnn());
        json.put("cnnSquares", whole.cnnSquares());
        ArrayNode places = json.putArray("snn");
        for (Scatter[] row : rows) {
            ArrayNode sums = places.addArray();
            for (Scatter one : row) {
                sums.add(one.snn()).add(one.snnSquares()).add(one.both());
            }
        }
    }

    static Scatter[][] read(JsonNode json) {
        return StreamSupport.stream(json.path("snn").spliterator(), false)
                .map(row -> row(json, row))
                .toArray(Scatter[][]::new);
    }

    private static Scatter[] row(JsonNode json, JsonNode sums) {
        Scatter[] row = new Scatter[sums.size() / 3];
        for (int t = 0; t < row.length; t++) {
            row[t] =
                    new Scatter(
                            json.path("images").asInt(),
                            json.path("cnn").asDouble(),
                            json.path("cnnSquares").asDouble(),
                            sums.path(3 * t).asDouble(),
                            sums.path(3 * t + 1).asDouble(),
                            sums.path(3 * t + 2).asDouble());
        }
        return row;
    }
}
