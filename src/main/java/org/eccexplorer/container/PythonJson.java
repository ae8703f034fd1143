package org.eccexplorer.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eccexplorer.problem.ProblemException;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** JSON as Python writes it (NaN and Infinity are numbers), within limits on size and depth. */
public final class PythonJson {
    /** Of one configuration: 32 MiB. */
    public static final int MAX_BYTES = 32 << 20;

    private static final int MAX_DEPTH = 200;

    /** Objects in one configuration: of the largest networks there are some 100,000. */
    private static final int MAX_OBJECTS = 1_000_000;

    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxDocumentLength(MAX_BYTES)
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
                    where, Texts.text("container.configNotText"), Texts.text("container.notUtf8"));
        }
    }

    public static JsonNode parse(String where, String text) throws ProblemException {
        if (text.length() > MAX_BYTES) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("container.configTooLong"),
                    Texts.text(
                            "container.charactersAndLimit",
                            Numbers.count(text.length()),
                            Numbers.count(MAX_BYTES)));
        }
        String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            requireFewObjects(where, json);
            JsonNode node = MAPPER.readTree(json);
            if (!node.isObject()) {
                throw ModelFaults.corrupt(
                        where,
                        Texts.text("container.configNotAnObject"),
                        Texts.text("container.itIs", node.getNodeType()));
            }
            return node;
        } catch (StreamConstraintsException e) {
            throw ModelFaults.limit(
                    where,
                    Texts.text("container.configTooDeep"),
                    Texts.text("container.levelLimit", MAX_DEPTH));
        } catch (JsonProcessingException e) {
            throw ModelFaults.corrupt(
                    where,
                    Texts.text("container.configNotJson"),
                    (e instanceof JsonEOFException
                                    ? Texts.text("problem.endsEarly")
                                    : SafeText.text(e.getOriginalMessage()))
                            + place(e));
        } catch (IOException e) {
            throw new IllegalStateException("a text is read without one", e);
        }
    }

    /** Before they take far more memory as a tree than as text. */
    private static void requireFewObjects(String where, String json)
            throws IOException, ProblemException {
        int objects = 0;
        try (JsonParser parser = MAPPER.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                objects += token == JsonToken.START_OBJECT ? 1 : 0;
                if (objects > MAX_OBJECTS) {
                    throw ModelFaults.limit(
                            where,
                            Texts.text("container.configTooLong"),
                            Texts.text("container.objectLimit", MAX_OBJECTS));
                }
            }
        }
    }

    private static String place(JsonProcessingException e) {
        var place = e.getLocation();
        return place == null
                ? ""
                : Texts.text("container.lineAndColumn", place.getLineNr(), place.getColumnNr());
    }
}
