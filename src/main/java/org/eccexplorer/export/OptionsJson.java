package org.eccexplorer.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.option.Choice;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.PerName;
import org.eccexplorer.option.Percentile;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.option.Whole;
import org.eccexplorer.text.Texts;

/** Options as JSON: fields by their keys, in the order of their definitions. */
public final class OptionsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private OptionsJson() {}

    /** Writes every option of a conversion. */
    public static void write(ObjectNode json, ConversionOptions options) {
        for (Option<?> option : ConversionOptions.ALL) {
            json.set(option.key(), node(option, options));
        }
    }

    private static <T> JsonNode node(Option<T> option, ConversionOptions options) {
        return node(option, options.get(option));
    }

    /** The value of an option. */
    static <T> JsonNode node(Option<T> option, T value) {
        return switch (option) {
            case Toggle toggle -> NODES.booleanNode(toggle.type().cast(value));
            case Whole whole when whole.words().containsKey(value) ->
                    NODES.textNode(whole.words().get(value));
            case Real real when real.words().containsKey(value) ->
                    NODES.textNode(real.words().get(value));
            case Whole whole -> NODES.numberNode(whole.type().cast(value).longValue());
            case Real real -> NODES.numberNode(real.type().cast(value).doubleValue());
            case Percentile percentile ->
                    NODES.numberNode(percentile.type().cast(value).doubleValue());
            case PerName numbers -> {
                ObjectNode entries = NODES.objectNode();
                numbers.type().cast(value).values().forEach(entries::put);
                yield entries;
            }
            case Choice<?> choice ->
                    choice.nullable() && value == choice.standard()
                            ? NODES.nullNode()
                            : NODES.textNode(choice.type().cast(value).name());
        };
    }

    /**
     * Reads options; those that are missing have their standard.
     *
     * @throws IllegalArgumentException if a value is none of its option
     */
    public static ConversionOptions read(JsonNode json) {
        ConversionOptions options = ConversionOptions.ecc();
        for (Option<?> option : ConversionOptions.ALL) {
            if (json.has(option.key())) {
                options = with(options, option, json.get(option.key()));
            }
        }
        return options;
    }

    private static <T> ConversionOptions with(
            ConversionOptions options, Option<T> option, JsonNode node) {
        return options.with(option, value(option, node));
    }

    /** The value that a field stands for. */
    static <T> T value(Option<T> option, JsonNode node) {
        Object value =
                switch (option) {
                    case Toggle toggle when node.isBoolean() -> node.booleanValue();
                    case Whole whole when node.canConvertToLong() && node.isIntegralNumber() ->
                            node.longValue();
                    case Real real when node.isNumber() -> node.doubleValue();
                    case Whole whole
                            when node.isTextual()
                                    && whole.words().containsValue(node.textValue()) ->
                            whole.parse(node.textValue());
                    case Real real
                            when node.isTextual() && real.words().containsValue(node.textValue()) ->
                            real.parse(node.textValue());
                    case Percentile percentile when node.isNumber() -> node.doubleValue();
                    case PerName _
                            when node.isObject()
                                    && node.properties().stream()
                                            .allMatch(entry -> entry.getValue().isNumber()) ->
                            numbers(node);
                    case Choice<?> choice when choice.nullable() && node.isNull() ->
                            choice.standard();
                    case Choice<?> choice when node.isTextual() ->
                            Enum.valueOf(choice.type(), node.textValue());
                    case Toggle _, Whole _, Real _, Percentile _, PerName _, Choice<?> _ ->
                            throw new IllegalArgumentException(
                                    Texts.text(
                                            "export.notInRange",
                                            option.key(),
                                            node,
                                            option.range()));
                };
        return option.type().cast(value);
    }

    private static NamedNumbers numbers(JsonNode node) {
        Map<String, Double> values = new TreeMap<>();
        node.properties().forEach(e -> values.put(e.getKey(), e.getValue().doubleValue()));
        return new NamedNumbers(values);
    }

    /**
     * Lets Jackson write and read options where they stand in something larger; of those that are
     * read none may be missing that was written from the first version on.
     */
    public static Module module() {
        return new SimpleModule()
                .addSerializer(ConversionOptions.class, new Writer())
                .addDeserializer(ConversionOptions.class, new Reader());
    }

    private static final class Writer extends StdSerializer<ConversionOptions> {
        private static final long serialVersionUID = 1;

        Writer() {
            super(ConversionOptions.class);
        }

        @Override
        public void serialize(
                ConversionOptions options, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            ObjectNode tree = NODES.objectNode();
            OptionsJson.write(tree, options);
            json.writeTree(tree);
        }
    }

    private static final class Reader extends StdDeserializer<ConversionOptions> {
        private static final long serialVersionUID = 1;

        Reader() {
            super(ConversionOptions.class);
        }

        @Override
        public ConversionOptions deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            JsonNode tree = json.readValueAsTree();
            for (Option<?> option : ConversionOptions.FIRST) {
                if (!tree.has(option.key())) {
                    throw new IllegalArgumentException(
                            Texts.text("export.optionIsMissing", option.key()));
                }
            }
            return OptionsJson.read(tree);
        }
    }
}
