package org.eccexplorer.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eccexplorer.problem.ProblemException;

/** JSON as Python writes it (NaN and Infinity are numbers), within limits on size and depth. */
public final class PythonJson {
    /** Of one configuration: 32 MiB. */
    public static final int MOST_BYTES = 32 << 20;

    private static final int MOST_DEPTH = 200;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .maxDocumentLength(MOST_BYTES)
                                                    .build())
                                    .build())
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private PythonJson() {}

    public static JsonNode parse(String where, byte[] bytes) throws ProblemException {
        try {
            return parse(
                    where,
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw ModelFaults.corrupt(
                    where, "The configuration is not text", "it is not valid UTF-8");
        }
    }

    public static JsonNode parse(String where, String text) throws ProblemException {
        if (text.length() > MOST_BYTES) {
            throw ModelFaults.limit(
                    where,
                    "The configuration is too long",
                    "%,d characters, at most %,d are read".formatted(text.length(), MOST_BYTES));
        }
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            JsonNode node = MAPPER.readTree(json);
            if (!node.isObject()) {
                throw ModelFaults.corrupt(
                        where,
                        "The configuration is not a JSON object",
                        "it is " + node.getNodeType());
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw ModelFaults.limit(
                    where,
                    "The configuration is nested too deeply or too long",
                    "at most %d levels are read".formatted(MOST_DEPTH));
        } catch (JsonProcessingException e) {
            throw ModelFaults.corrupt(
                    where,
                    "The configuration is not JSON",
                    SafeText.text(e.getOriginalMessage()) + place(e));
        }
    }

    private static String place(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null
                ? ""
                : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    }
}
