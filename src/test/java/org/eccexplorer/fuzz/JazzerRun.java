package org.eccexplorer.fuzz;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * By Maven's profile {@code jazzer}: one of our parsers for so many seconds. What reaches new
 * branches is kept in {@code target/jazzer/PARSER}, what is found in files {@code found-PARSER-…}
 * beside that.
 *
 * <p>Jazzer counts the branches of classes that are loaded after it begins. So this loads none of
 * the program, and has good files to begin with written by another process.
 */
public final class JazzerRun {
    private static final String TARGET = "org.eccexplorer.fuzz.JazzerTarget";

    private JazzerRun() {}

    /** Takes a parser and seconds; leaves with 77 where something was found, as libFuzzer does. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("PARSER SECONDS, of: npy idx csv lesson plan");
            System.exit(2);
        }
        Path corpus = Files.createDirectories(Path.of("target/jazzer", arguments[0]));
        Process seeds =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules=jdk.incubator.vector",
                                "-Decc.home=" + System.getProperty("ecc.home", "."),
                                "-cp",
                                System.getProperty("java.class.path"),
                                TARGET,
                                arguments[0],
                                corpus.toString())
                        .inheritIO()
                        .start();
        if (seeds.waitFor() != 0) {
            System.exit(2);
        }
        System.setProperty("ecc.jazzer", arguments[0]);
        String[] given = {
            "--target_class=" + TARGET,
            "--instrumentation_includes=org.eccexplorer.**",
            "--custom_hook_includes=org.eccexplorer.**",
            corpus.toString(),
            "-artifact_prefix=" + corpus.resolveSibling("found-" + arguments[0] + "-"),
            "-max_total_time=" + arguments[1],
            "-timeout=120",
            "-rss_limit_mb=4096",
            "-print_final_stats=1"
        };
        try {
            Class.forName("com.code_intelligence.jazzer.Jazzer")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) given);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
