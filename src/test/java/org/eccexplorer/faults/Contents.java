package org.eccexplorer.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a folder holds, by the names of its files. */
final class Contents {
    private Contents() {}

    static Map<String, byte[]> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, byte[]> contents = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(file -> contents.put(name(folder, file), read(file)));
            return contents;
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By names in which what differs from process to process, and at random, is left out. */
    static String name(Path folder, Path file) {
        return folder.relativize(file)
                .toString()
                .replace('\\', '/')
                .replaceAll("\\d+-[0-9a-f]{8}\\.", "#.");
    }

    /** Files that were begun, and locks. */
    static boolean isHidden(String name) {
        return name.substring(name.lastIndexOf('/') + 1).startsWith(".");
    }

    static boolean same(Map<String, byte[]> one, Map<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }

    static void write(Path folder, Map<String, byte[]> contents) throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.write(path, file.getValue());
        }
    }
}
