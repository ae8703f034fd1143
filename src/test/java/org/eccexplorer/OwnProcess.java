package org.eccexplorer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program in a JVM of its own, for what a JVM decides once or a shell gives it. */
public final class OwnProcess {
    private static final Path HOME = Path.of(System.getProperty("ecc.home", ".")).toAbsolutePath();

    private OwnProcess() {}

    /**
     * How it ended.
     *
     * @param code with which it left
     */
    public record Result(int code, String out, String err) {}

    /** The words that start it, with options for its JVM. */
    public static List<String> command(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--add-modules=jdk.incubator.vector");
        command.add("-Decc.home=" + HOME);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs it to its end, in two minutes at most. */
    public static Result run(Path folder, List<String> options, String... arguments)
            throws IOException, InterruptedException {
        return result(folder, command(options, arguments));
    }

    /** The same through a shell, its output sent somewhere such as {@code >/dev/full}. */
    public static Result redirected(Path folder, String redirection, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
        command.add("exec \"$@\" " + redirection);
        command.add("sh");
        command.addAll(command(List.of("-XX:TieredStopAtLevel=1"), arguments));
        return result(folder, command);
    }

    private static Result result(Path folder, List<String> command)
            throws IOException, InterruptedException {
        File out = folder.resolve("stdout").toFile();
        File err = folder.resolve("stderr").toFile();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        Process process = builder.redirectOutput(out).redirectError(err).start();
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it did not end: " + command);
        }
        return new Result(
                process.exitValue(),
                Files.readString(out.toPath()),
                Files.readString(err.toPath()));
    }
}
