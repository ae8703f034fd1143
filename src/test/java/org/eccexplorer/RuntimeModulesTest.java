package org.eccexplorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A packaged program has the modules of Java that it needs. */
class RuntimeModulesTest {

    @Test
    void theRuntimeHasEveryModuleThatTheProgramNames() throws Exception {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(new ProgramOnly())
                        .importPackages("org.eccexplorer");
        FileSystem java = FileSystems.getFileSystem(URI.create("jrt:/"));
        Set<String> needed = new TreeSet<>();
        program.stream()
                .flatMap(own -> own.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(target -> !target.isPrimitive())
                .filter(target ->
                        Files.isDirectory(java.getPath("packages", target.getPackageName())))
                .map(JavaClass::getFullName)
                .distinct()
                .forEach(name -> needed.addAll(modules(java, name)));
        assertThat(needed).contains("java.base", "jdk.management", "jdk.incubator.vector");
        assertThat(linked()).containsAll(needed);
    }

    /** The module in which a class lies. */
    private static Set<String> modules(FileSystem java, String name) {
        String file = name.replace('.', '/').replaceAll("\\$.*", "") + ".class";
        Set<String> found = new HashSet<>();
        for (ModuleDescriptor each :
                ModuleLayer.boot().modules().stream().map(Module::getDescriptor).toList()) {
            if (Files.exists(java.getPath("modules", each.name(), file))) {
                found.add(each.name());
            }
        }
        return found;
    }

    /** What jlink.conf names, and what that requires. */
    private static Set<String> linked() throws Exception {
        Path file = Path.of(System.getProperty("ecc.home", "."), "jlink.conf");
        String line =
                Files.readAllLines(file).stream()
                        .filter(one -> one.startsWith("--add-modules "))
                        .findFirst()
                        .orElseThrow();
        Deque<String> open =
                new ArrayDeque<>(Arrays.asList(line.substring(line.indexOf(' ') + 1).split(",")));
        Set<String> all = new TreeSet<>();
        while (!open.isEmpty()) {
            String name = open.removeFirst();
            if (all.add(name)) {
                ModuleLayer.boot()
                        .findModule(name)
                        .ifPresent(module ->
                                module.getDescriptor().requires().stream()
                                        .map(ModuleDescriptor.Requires::name)
                                        .forEach(open::add));
            }
        }
        return all;
    }
}
