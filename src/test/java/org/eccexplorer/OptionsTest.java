package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eccexplorer.app.run.RunName;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.cli.arguments.ConversionArguments;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.convert.MaximumPooling;
import org.eccexplorer.convert.Neurons;
import org.eccexplorer.convert.OtherActivations;
import org.eccexplorer.export.OptionsJson;
import org.eccexplorer.option.Choice;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.option.Option;
import org.eccexplorer.option.PerName;
import org.eccexplorer.option.Percentile;
import org.eccexplorer.option.Real;
import org.eccexplorer.option.Toggle;
import org.eccexplorer.option.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What is defined once appears everywhere; the settings pane has a test of its own. */
class OptionsTest {
    @CommandLine.Command
    private static final class Program {
        @CommandLine.Mixin private final ConversionArguments conversion = new ConversionArguments();
    }

    private static Stream<Option<?>> options() {
        return ConversionOptions.ALL.stream();
    }

    @Test
    void everyDefinitionIsListed() throws IllegalAccessException {
        List<Object> defined = new ArrayList<>();
        for (Field field : ConversionOptions.class.getFields()) {
            if (Option.class.isAssignableFrom(field.getType())) {
                defined.add(field.get(null));
            }
        }
        assertThat(ConversionOptions.ALL).containsExactlyInAnyOrderElementsOf(cast(defined));
        assertThat(options().map(Option::key)).doesNotHaveDuplicates();
        assertThat(options().filter(o -> !isFurtherWord(o)).map(Option::argument))
                .doesNotHaveDuplicates();
    }

    /** Its words stand behind the argument of another option. */
    private static boolean isFurtherWord(Option<?> option) {
        return option.equals(ConversionOptions.LAMBDA_RULE);
    }

    private static List<Option<?>> cast(List<Object> values) {
        List<Option<?>> options = new ArrayList<>();
        values.forEach(value -> options.add((Option<?>) value));
        return options;
    }

    @ParameterizedTest
    @MethodSource("options")
    <T> void anOptionIsReadFromTheCommandLine(Option<T> option) throws Exception {
        Program program = new Program();
        CommandLine commandLine = new CommandLine(program);
        assertThat(commandLine.getCommandSpec().findOption(option.argument()).description())
                .singleElement()
                .asString()
                .contains(option.usage());
        commandLine.parseArgs();
        assertThat(program.conversion.options()).isEqualTo(ConversionOptions.ecc());
        T other = other(option);
        if (option instanceof Toggle) {
            commandLine.parseArgs(option.argument());
        } else {
            commandLine.parseArgs(option.argument(), option.written(other));
        }
        assertThat(program.conversion.options())
                .isEqualTo(ConversionOptions.ecc().with(option, other));
    }

    @ParameterizedTest
    @MethodSource("options")
    <T> void anOptionIsWrittenAndRead(Option<T> option) throws Exception {
        ConversionOptions changed = ConversionOptions.ecc().with(option, other(option));
        ObjectNode json = json(changed);
        assertThat(json.get(option.key()))
                .isNotEqualTo(json(ConversionOptions.ecc()).get(option.key()));
        assertThat(OptionsJson.read(json)).isEqualTo(changed);
        ObjectMapper session = new ObjectMapper().registerModule(OptionsJson.module());
        String written = session.writeValueAsString(changed);
        assertThat(written).isEqualTo(json.toString());
        assertThat(session.readValue(written, ConversionOptions.class)).isEqualTo(changed);
        json.remove(option.key());
        assertThat(OptionsJson.read(json)).isEqualTo(ConversionOptions.ecc());
        json.putArray(option.key());
        assertThatThrownBy(() -> OptionsJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(option.key());
    }

    private static ObjectNode json(ConversionOptions options) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        OptionsJson.write(json, options);
        return json;
    }

    /** Under those techniques under which it matters. */
    @ParameterizedTest
    @MethodSource("options")
    <T> void anOptionNamesARun(Option<T> option) {
        ConversionOptions options =
                ConversionOptions.ecc()
                        .with(
                                ConversionOptions.WEIGHT_BITS,
                                option.key().equals("rounding") ? 8 : 0)
                        .with(
                                ConversionOptions.BATCH_NORM_CONSISTENCY,
                                !option.key().equals("epsilon"))
                        .with(
                                ConversionOptions.NEURONS,
                                option.key().equals("thresholds") ? Neurons.MULTI : Neurons.PLAIN)
                        .with(
                                ConversionOptions.LAMBDA_RULE,
                                option.key().equals("lambdaFor")
                                        ? LambdaRule.MSE
                                        : LambdaRule.PERCENTILE);
        Settings before = Settings.standard().with(options);
        T other = other(option);
        Settings changed = before.with(option, other);
        assertThat(RunName.of(changed)).isNotEqualTo(RunName.of(before));
        if (!ConversionOptions.TECHNIQUES.contains(option)) {
            assertThat(RunName.variations(changed))
                    .filteredOn(variation -> variation.options().equals(List.of(option)))
                    .singleElement()
                    .extracting(RunName.Variation::text)
                    .isEqualTo(option.named(other));
        }
    }

    /**
     * The table in run-json.md is what the definitions say; the message has what is to be pasted.
     */
    @Test
    void optionsAreDocumented() throws Exception {
        Path document = Path.of(System.getProperty("ecc.home", "."), "docs", "run-json.md");
        List<String> rows = options().map(OptionsTest::row).toList();
        assertThat(Files.readString(document)).contains(String.join("\n", rows));
    }

    private static <T> String row(Option<T> option) {
        String values =
                option instanceof Choice<?> choice
                        ? String.join(
                                ", ", choice.values().stream().map(OptionsTest::written).toList())
                        : option.range();
        return "| `%s` | %s | %s | `%s` | %s |"
                .formatted(
                        option.key(),
                        values,
                        shown(json(ConversionOptions.ecc()).get(option.key())),
                        option.argument(),
                        option.tooltip().replace("|", "\\|"));
    }

    private static String shown(JsonNode node) {
        return node.isObject() ? node.toString() : node.asText();
    }

    private static String written(Enum<?> value) {
        return value == MaximumPooling.REFUSE || value == OtherActivations.REFUSE
                ? "null"
                : value.name();
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        ConversionOptions ecc = ConversionOptions.ecc();
        for (double theta : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> ecc.with(ConversionOptions.THETA, theta))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> ecc.with(ConversionOptions.WEIGHT_BITS, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ecc.with(ConversionOptions.LEAK, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ecc.with(Settings.TIMESTEPS, 5))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ecc.with(ConversionOptions.WEIGHT_BITS, 0)).isEqualTo(ecc);
    }

    /** A value other than the standard. */
    private static <T> T other(Option<T> option) {
        Object value =
                switch (option) {
                    case Toggle toggle -> !toggle.standard();
                    case Choice<?> choice -> choice.values().getLast();
                    case Whole whole -> whole.high();
                    case Real real -> real.limits().low() + real.limits().high() / 4;
                    case Percentile _ -> 99.5;
                    case PerName _ -> NamedNumbers.NONE.with("conv1", 2.5).with("a,b", 3e-7);
                };
        assertThat(Objects.requireNonNull(value)).isNotEqualTo(option.standard());
        return option.type().cast(value);
    }
}
