import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes archives with classes of Java 5 and older (picocli) in the form of Java 8: java
 * Modernise.java JAR ...
 *
 * <p>The JVM keeps only classes ready (JEP 483) that say which types stand where, as those since
 * Java 6 do, and verifies others at every start. What the classes do stays the same. Other archives
 * stay as they are.
 */
void main(String[] archives) throws IOException {
    for (String archive : archives) {
        Path path = Path.of(archive);
        Map<String, byte[]> entries = entries(path);
        if (entries.entrySet().stream()
                .anyMatch(entry -> isClass(entry.getKey()) && version(entry.getValue()) < FIRST)) {
            write(path, entries);
        }
    }
}

static final int FIRST = ClassFile.JAVA_6_VERSION;

static boolean isClass(String name) {
    return name.endsWith(".class")
            && !name.startsWith("META-INF/")
            && !name.equals("module-info.class");
}

static int version(byte[] bytes) {
    return ClassFile.of().parse(bytes).majorVersion();
}

static Map<String, byte[]> entries(Path archive) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (JarFile jar = new JarFile(archive.toFile(), false)) {
        for (var entry : Collections.list(jar.entries())) {
            if (!entry.isDirectory()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    entries.put(entry.getName(), in.readAllBytes());
                }
            }
        }
    }
    return entries;
}

static void write(Path archive, Map<String, byte[]> entries) throws IOException {
    ClassHierarchyResolver own =
            ClassHierarchyResolver.ofResourceParsing(type -> {
                String descriptor = type.descriptorString();
                byte[] bytes =
                        entries.get(descriptor.substring(1, descriptor.length() - 1) + ".class");
                return bytes == null ? null : new ByteArrayInputStream(bytes);
            });
    ClassFile files =
            ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(
                            own.orElse(ClassHierarchyResolver.defaultResolver())));
    ClassTransform newer =
            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                    .andThen((builder, element) -> {
                        if (element instanceof ClassFileVersion) {
                            builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
                        } else {
                            builder.with(element);
                        }
                    });
    Path part = archive.resolveSibling(archive.getFileName() + ".part");
    try (OutputStream file = Files.newOutputStream(part);
            ZipOutputStream out = new ZipOutputStream(file)) {
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            byte[] bytes = entry.getValue();
            if (isClass(entry.getKey()) && version(bytes) < FIRST) {
                bytes = files.transformClass(files.parse(bytes), newer);
            }
            ZipEntry written = new ZipEntry(entry.getKey());
            written.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
            out.putNextEntry(written);
            out.write(bytes);
        }
    }
    Files.move(part, archive, StandardCopyOption.REPLACE_EXISTING);
}
