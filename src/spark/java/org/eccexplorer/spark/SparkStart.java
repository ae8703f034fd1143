package org.eccexplorer.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;

/**
 * How Spark is started: here, on a cluster, or as spark-submit says.
 *
 * @param master of the cluster; empty: that of spark-submit, or this machine
 * @param threads of this machine
 * @param settings of Spark, which overrule all others
 */
record SparkStart(Optional<String> master, int threads, Map<String, String> settings) {
    private static final String MASTER = "spark.master";
    private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";
    private static final String HOME = "ecc.home";

    /**
     * What of this program Spark has itself, so that a second version would be in its way, or that
     * only the window needs.
     */
    private static final List<String> NOT_SENT =
            List.of(
                    "jackson-",
                    "slf4j-",
                    "jcl-over-slf4j",
                    "logback-",
                    "controlsfx",
                    "tilesfx",
                    "pdfbox",
                    "fontbox");

    /** Where the runs will be done. */
    String place() {
        return master.or(() -> Optional.ofNullable(System.getProperty(MASTER)))
                .orElse("local[" + threads + "]");
    }

    private boolean isLocal() {
        return place().startsWith("local");
    }

    /** Starts it, or finds it started. */
    SparkSession session() {
        SparkConf conf = new SparkConf().setMaster(place()).setAppName("ecc sweep");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.set("spark.ui.showConsoleProgress", "false");
        if (isLocal()) {
            // A machine whose own name leads nowhere needs none.
            conf.setIfMissing("spark.driver.host", "localhost");
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        } else {
            conf.setIfMissing("spark.executor.memory", "2g");
            sendProgram(conf);
        }
        settings.forEach(conf::set);
        if (!isLocal()) {
            String options = executorOptions();
            String given = conf.get(EXECUTOR_OPTIONS, "");
            conf.set(EXECUTOR_OPTIONS, given.isEmpty() ? options : options + " " + given);
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** The program's own archives, unless spark-submit has named some. */
    private static void sendProgram(SparkConf conf) {
        Path home = Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        Path built = home.resolve("target").resolve("spark");
        Path program = built.resolve("ecc-explorer.jar");
        Path own = home.resolve("target").resolve("lib");
        if (!Files.exists(program) || !Files.isDirectory(own)) {
            return;
        }
        try (Stream<Path> all = Files.list(own)) {
            String archives =
                    Stream.concat(Stream.of(program), all.filter(SparkStart::isSent).sorted())
                            .map(Path::toString)
                            .collect(Collectors.joining(","));
            conf.setIfMissing("spark.jars", archives);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSent(Path archive) {
        String name = String.valueOf(archive.getFileName());
        return NOT_SENT.stream().noneMatch(name::startsWith);
    }

    /**
     * Java's options on executors: those that Spark needs, the Vector API among them, and what this
     * process has of compiler and collector.
     */
    private static String executorOptions() {
        Stream<String> own =
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(argument ->
                                argument.startsWith("-XX:CompileCommand")
                                        || argument.startsWith("-XX:G1HeapRegionSize")
                                        || argument.contains("UseParallelGC")
                                        || argument.contains("UseG1GC")
                                        || argument.contains("UseCompactObjectHeaders"));
        String home = "-D" + HOME + "=" + Path.of(System.getProperty(HOME, "")).toAbsolutePath();
        return Stream.concat(
                        Stream.of(JavaModuleOptions.defaultModuleOptionArray()),
                        Stream.concat(own, Stream.of(home)).map(SparkStart::quoted))
                .collect(Collectors.joining(" "));
    }

    /** Spark takes options apart at spaces, unless they stand in quotation marks. */
    private static String quoted(String option) {
        return option.contains(" ")
                ? '"' + option.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : option;
    }
}
