package org.eccexplorer.app.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eccexplorer.app.run.Setting;
import org.eccexplorer.app.run.Settings;
import org.eccexplorer.app.sweep.folder.SweepFolder;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.LambdaRule;
import org.eccexplorer.measure.energy.InputMacs;
import org.eccexplorer.option.NamedNumbers;
import org.eccexplorer.problem.Problem;
import org.eccexplorer.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReaderTest {
    private static final Path FOLDER = Path.of("plans").toAbsolutePath();

    private static final String GOOD =
            """
            models:
              - digits
              - model: nets/own.keras
                size: 32x32x3
                data: [a.npz, "b.npz#x,y@0:10"]
                calibration: train.npz
                labels-from: 1
            images: [100, 100:200]
            timesteps: 16
            at: [4, 8, 64]
            seeds: [1, 2]
            settings:
              theta: [0, 0.50]
              techniques: [all, CN+TRE]
            input-macs: every-timestep
            """;

    private static SweepPlan read(String text) throws ProblemException {
        return PlanReader.read("p.yaml", text, FOLDER);
    }

    @Test
    void aPlanIsEveryModelOnItsImagesWithEverySettingAndSeed() throws ProblemException {
        SweepPlan plan = read(GOOD);
        assertThat(plan.tasks()).isEqualTo(3 * 2 * 4 * 2);
        assertThat(plan.inputMacs()).isEqualTo(InputMacs.EVERY_TIMESTEP);
        assertThat(plan.at(16)).containsExactly(4, 8, 16);
        assertThat(plan.seeds()).containsExactly(1L, 2L);
        assertThat(plan.varied())
                .isEqualTo(
                        Map.of(
                                "theta",
                                List.of("0", "0.5"),
                                "techniques",
                                List.of("all", "cn+tre")));
        SweepTask last = plan.task(plan.tasks() - 1);
        assertThat(plan.place(last).slice()).isEqualTo(new Slice(100, 200));
        assertThat(plan.place(last).subject().dataSource())
                .isEqualTo(FOLDER.resolve("b.npz") + "#x,y@0:10?labels-from=1");
        assertThat(plan.place(last).subject().data()).isEqualTo("b.npz#x,y@0:10?labels-from=1");
        assertThat(plan.place(last).subject().arguments(plan.place(last).slice()))
                .containsExactly(
                        "--model",
                        FOLDER.resolve("nets/own.keras").toString(),
                        "--size",
                        "32x32x3",
                        "--data",
                        FOLDER.resolve("b.npz") + "#x,y@100:200?labels-from=1",
                        "--calibration",
                        FOLDER.resolve("train.npz").toString());
        Settings settings = last.settings();
        assertThat(settings.timesteps()).isEqualTo(16);
        assertThat(settings.seed()).isEqualTo(2);
        assertThat(settings.threads()).isEqualTo(1);
        assertThat(settings.conversion().batchNormConsistency()).isFalse();
        assertThat(settings.conversion().theta()).isEqualTo(0.5);
    }

    @Test
    void aShortPlanHasStandards() throws ProblemException {
        SweepPlan plan = read("models: digits\n");
        assertThat(plan.tasks()).isOne();
        assertThat(plan.task(0).settings()).isEqualTo(Settings.standard().withThreads(1));
        assertThat(plan.at(20)).containsExactly(1, 2, 4, 8, 16, 20);
        assertThat(plan.places().getFirst().slice()).isEqualTo(Slice.ALL);
    }

    @Test
    void listsOfSettingsAreJoinedAndTheSameCountsOnce() throws ProblemException {
        SweepPlan plan =
                read(
                        """
                        models: [digits, digits]
                        settings:
                          - {theta: [0, 0.5], bits: 8}
                          - {bits: 8, theta: 0.5}
                          - {lambda: mse}
                        """);
        assertThat(plan.tasks()).isEqualTo(3);
        assertThat(plan.varied().keySet()).containsExactly("theta", "bits", "lambda");
    }

    /** Every option of a run can be swept: it has a name, and its values are read back. */
    @Test
    void everyOptionOfARunHasItsNameOfTheCommandLine() {
        for (Setting<?> setting : Setting.ALL) {
            boolean other =
                    List.of(Setting.SEED, Setting.THREADS, Setting.KERNELS).contains(setting);
            String name = setting.option().argument().substring(2);
            assertThat(SettingNames.columns().contains(name)).as(name).isNotEqualTo(other);
        }
        Settings standard = Settings.standard();
        for (String name : SettingNames.columns()) {
            String written = SettingNames.written(standard, name);
            if (!name.equals("lambda-of")) {
                assertThat(SettingNames.apply(standard, name, written)).isEqualTo(standard);
            }
        }
        Settings changed =
                standard.with(ConversionOptions.LAMBDA_RULE, LambdaRule.MSE)
                        .with(ConversionOptions.CURRENT_NORMALISATION, false)
                        .with(ConversionOptions.LAMBDA_OF, NamedNumbers.NONE.with("conv1", 2.5));
        assertThat(SettingNames.written(changed, "lambda")).isEqualTo("mse");
        assertThat(SettingNames.written(changed, "no-cn")).isEqualTo("true");
        assertThat(SettingNames.arguments(changed))
                .containsExactly("--no-cn", "--lambda", "mse", "--lambda-of", "conv1=2.5");
    }

    @Test
    void rangesAreEvenInDifferencesOrRatios() throws ProblemException {
        SweepPlan plan =
                read(
                        """
                        models: [digits]
                        settings:
                          theta: {from: 0, to: 1, count: 5}
                          kappa: {from: 1, to: 100, count: 3, scale: log}
                          lambda: {from: p99, to: max, count: 2}
                          timesteps: {from: 8, to: 16, count: 2}
                        """);
        assertThat(plan.varied())
                .isEqualTo(
                        Map.of(
                                "theta", List.of("0", "0.25", "0.5", "0.75", "1"),
                                "kappa", List.of("1", "10", "100"),
                                "lambda", List.of("p99", "max"),
                                "timesteps", List.of("8", "16")));
    }

    private static String drawn(String method, int points, int seed) {
        return """
        models: [digits]
        sampling: {method: %s, points: %s, seed: %s}
        settings:
          theta: {from: 0, to: 1}
          timesteps: {from: 4, to: 64, scale: log}
          neurons: [plain, signed]
        """
                .formatted(method, points, seed);
    }

    /** A plan that asks for more keeps what it had; another seed gives others. */
    @ParameterizedTest
    @CsvSource({"random", "quasi-random"})
    void pointsAreDrawnByTheirNumbers(String method) throws ProblemException {
        List<NamedSetting> some = read(drawn(method, 10, 1)).settings();
        List<NamedSetting> more = read(drawn(method, 40, 1)).settings();
        assertThat(some).hasSize(10).doesNotHaveDuplicates();
        assertThat(more.subList(0, 10)).isEqualTo(some);
        assertThat(read(drawn(method, 10, 2)).settings()).isNotEqualTo(some);
        assertThat(more).extracting(one -> one.values().get("neurons")).contains("plain", "signed");
        for (NamedSetting one : more) {
            assertThat(one.settings(1).timesteps()).isBetween(4, 64);
            assertThat(one.settings(1).conversion().theta()).isBetween(0.0, 1.0);
        }
    }

    /** Quasi-random points leave no gap: of 16 one lies in each eighth of either side. */
    @Test
    void quasiRandomPointsAreSpread() {
        for (int d = 0; d < 2; d++) {
            boolean[] met = new boolean[8];
            for (int i = 0; i < 27; i++) {
                double share = Draws.QUASI_RANDOM.point(i, 2, 5)[d];
                assertThat(share).isBetween(0.0, Math.nextDown(1.0));
                met[(int) (share * 8)] = true;
            }
            assertThat(met).containsOnly(true);
        }
        assertThat(Draws.radicalInverse(6, 2)).isEqualTo(0.375);
        assertThat(Draws.radicalInverse(5, 3)).isCloseTo(7 / 9.0, within(1e-15));
    }

    @Test
    void fewPointsOfASmallSpaceAreAllOfThem() throws ProblemException {
        SweepPlan plan =
                read(
                        """
                        models: [digits]
                        sampling: {method: random, points: 100}
                        settings: {bits: [0, 8], neurons: [plain, signed]}
                        """);
        assertThat(plan.settings()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "models:|modells:|0|modells",
                "  - digits|  - brain|0|brain",
                "    data: [a.npz, \"b.npz#x,y@0:10\"]|    datas: a.npz|-1|data",
                "    size: 32x32x3|    size: large|0|32x32x3",
                "    labels-from: 1|    labels-fro: 1|0|labels-fro",
                "images: [100, 100:200]|images: [100, some]|0|images",
                "images: [100, 100:200]|images: 200:100|0|images",
                "timesteps: 16|timesteps: 0|0|1 to 100000",
                "at: [4, 8, 64]|at: [4, x]|0|number",
                "seeds: [1, 2]|seeds: [1, one]|0|number",
                "  theta: [0, 0.50]|  theta: [0, 1.5]|0|0 to 1",
                "  theta: [0, 0.50]|  thta: 0|0|thta",
                "  theta: [0, 0.50]|  seed: 3|0|seed",
                "  theta: [0, 0.50]|  threads: 3|0|threads",
                "  theta: [0, 0.50]|  no-cn: true|0|techniques",
                "  theta: [0, 0.50]|  no-cn: maybe|0|true or false",
                "  theta: [0, 0.50]|  timesteps: 8|0|twice",
                "  theta: [0, 0.50]|  theta: {from: 0, to: 1}|-1|count",
                "  theta: [0, 0.50]|  theta: {from: 1, to: 0, count: 3}|0|range",
                "  theta: [0, 0.50]|  theta: {from: 0, to: 1, count: 3, scale: log}|0|range",
                "  theta: [0, 0.50]|  theta: {from: 0, to: 2, count: 3}|0|0 to 1",
                "  theta: [0, 0.50]|  neurons: {from: plain, to: multi, count: 3}|0|range",
                "  theta: [0, 0.50]|  theta: [0, {from: 0.1, to: 1, count: 3}]|0|range",
                "  theta: [0, 0.50]|  theta: [0, [1]]|0|list",
                "  techniques: [all, CN+TRE]|  techniques: [some]|0|all, none",
                "input-macs: every-timestep|input-macs: never|0|once",
                "input-macs: every-timestep|sampling: {method: luck, points: 3}|0|quasi-random",
                "input-macs: every-timestep|sampling: {method: random}|0|points",
                "input-macs: every-timestep|settings: {|1|YAML",
            })
    void whatIsBrokenIsRefusedWithLineAndReason(
            String line, String broken, int below, String reason) {
        assertThat(GOOD).contains(line);
        long at =
                GOOD.substring(0, GOOD.indexOf(line)).chars().filter(c -> c == '\n').count()
                        + 1
                        + below;
        String text = GOOD.replace(line, broken);
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text));
        assertThat(refusal).as(text).isNotNull();
        assertThat(refusal.problems()).extracting(Problem::kind).containsOnly(Problem.Kind.CORRUPT);
        assertThat(refusal.problems())
                .as(refusal.getMessage())
                .anyMatch(problem ->
                        (below < 0 || problem.where().equals("p.yaml, line " + at))
                                && (problem.what() + " " + problem.why()).contains(reason));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        String text = GOOD.replace("digits", "brain").replace("theta", "thta");
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> read(text));
        assertThat(refusal.problems()).hasSize(2);
    }

    @Test
    void aPlanThatAsksForTooMuchIsRefused() {
        String range = "{from: 0, to: 1, count: 2000}";
        String text =
                "models: [digits]\nsettings: {theta: %s, leak: {from: 0, to: 0.5, count: 2000}}"
                        .formatted(range);
        assertThatThrownBy(() -> read(text)).hasMessageContaining("too many runs");
        assertThatThrownBy(() -> read("")).hasMessageContaining("line 1");
        assertThatThrownBy(() -> read("- digits\n")).hasMessageContaining("line 1");
    }

    @Test
    void theExamplesOfTheDocumentationArePlans() throws IOException, ProblemException {
        Path docs = Path.of(System.getProperty("ecc.home", "."), "docs");
        String page = Files.readString(docs.resolve("sweep.md"));
        String fence = "```yaml\n";
        int examples = 0;
        for (int start = page.indexOf(fence); start >= 0; start = page.indexOf(fence, start + 1)) {
            int begin = start + fence.length();
            assertThat(read(page.substring(begin, page.indexOf("```", begin))).tasks())
                    .isPositive();
            examples++;
        }
        assertThat(examples).isGreaterThan(1);
        for (String name : SettingNames.all()) {
            assertThat(page).contains("`" + name + "`");
        }
        for (String column : SweepFolder.columns()) {
            if (!SettingNames.columns().contains(column)) {
                assertThat(page).contains("`" + column + "`");
            }
        }
    }
}
