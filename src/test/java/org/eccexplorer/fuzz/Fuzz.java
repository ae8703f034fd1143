package org.eccexplorer.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code ecc fuzz [--format F] [--mutants N] [--seed S] [--out DIR]}: tries mutants of one format
 * or of all, and keeps what is found.
 */
public final class Fuzz {
    private Fuzz() {}

    /** Leaves with 1 if anything was found, with 2 if the options are none. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options =
                new LinkedHashMap<>(
                        Map.of(
                                "--format",
                                "all",
                                "--mutants",
                                "2000",
                                "--seed",
                                "1",
                                "--out",
                                "target/fuzz"));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
                System.err.println(
                        "ecc fuzz [--format F] [--mutants N] [--seed S] [--out DIR]; formats: "
                                + Arrays.stream(Format.values()).map(Format::word).toList());
                System.exit(2);
            }
            options.put(arguments[i], arguments[i + 1]);
        }
        Path out = Files.createDirectories(Path.of(options.get("--out")));
        int found = 0;
        for (Format format : Format.values()) {
            if (options.get("--format").matches("all|" + format.word())) {
                found +=
                        tried(
                                format,
                                Integer.parseInt(options.get("--mutants")),
                                Long.parseLong(options.get("--seed")),
                                out);
            }
        }
        System.exit(found == 0 ? 0 : 1);
    }

    private static int tried(Format format, int mutants, long seed, Path out) throws IOException {
        long start = System.nanoTime();
        Path folder = Files.createTempDirectory("ecc-fuzz");
        Campaign.Result result = new Campaign(format, folder).run(mutants, seed);
        System.out.printf(
                Locale.ROOT,
                "%-8s %6d mutants, %6d opened and used, %3d found, %d s%n",
                format.word(),
                mutants,
                result.used(),
                result.finds().size(),
                (System.nanoTime() - start) / 1_000_000_000);
        result.refusals().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(3)
                .forEach(one -> System.out.println("    " + one.getValue() + " × " + one.getKey()));
        Set<String> kinds = new HashSet<>();
        List<Campaign.Find> finds = result.finds();
        for (Campaign.Find find : finds) {
            if (kinds.add(find.what().replaceAll("\\d+", "N"))) {
                System.out.println("  " + find);
                Files.write(
                        out.resolve(format.word() + "-" + seed + "-" + find.number()), find.file());
            }
        }
        return finds.size();
    }
}
