import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleResolutionAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Takes the mark of incubation from the vector module of a linked runtime, in its file of modules:
 * java Unmark.java RUNTIME.
 *
 * <p>The mark makes the JVM print a warning at each start and, what costs more, refuse to keep the
 * graph of modules and all that is linked ready (JEP 483). Only the two bytes of the mark change.
 * Where they are not found as expected nothing is changed.
 */
void main(String[] arguments) throws IOException {
    Path runtime = Path.of(arguments[0]).toAbsolutePath();
    byte[] table;
    byte[] module;
    try (FileSystem modules =
            FileSystems.newFileSystem(
                    URI.create("jrt:/"), Map.of("java.home", runtime.toString()))) {
        table =
                Files.readAllBytes(
                        modules.getPath(
                                "modules/java.base/jdk/internal/module/SystemModules$all.class"));
        module =
                Files.readAllBytes(
                        modules.getPath("modules/jdk.incubator.vector/module-info.class"));
    }
    // In the table that jlink has made of all modules, "new ModuleResolution(9)": dup, bipush 9,
    // invokespecial.
    byte[] tableWithout = changed(table, new byte[] {0x59, 0x10, MARKED, (byte) 0xb7}, 2);
    // In the module itself an attribute of two bytes.
    byte[] moduleWithout = changed(module, new byte[] {0, 0, 0, 2, 0, MARKED}, 5);
    check(
            marks(table).equals(List.of((int) MARKED))
                    && marks(tableWithout).equals(List.of((int) UNMARKED)));
    check(mark(module) == MARKED && mark(moduleWithout) == UNMARKED);
    Path file = runtime.resolve("lib/modules");
    byte[] all = Files.readAllBytes(file);
    System.arraycopy(tableWithout, 0, all, only(all, table), table.length);
    System.arraycopy(moduleWithout, 0, all, only(all, module), module.length);
    Files.write(file, all);
}

/** Not resolved unless asked for, and warned of where it is. */
static final byte MARKED = 9;

static final byte UNMARKED = 1;

static byte[] changed(byte[] bytes, byte[] around, int at) {
    byte[] changed = bytes.clone();
    changed[only(bytes, around) + at] = UNMARKED;
    return changed;
}

/** Where the one place is that has these bytes. */
static int only(byte[] bytes, byte[] wanted) {
    int found = -1;
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
        if (bytes[i] == wanted[0]
                && java.util.Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
            check(found < 0);
            found = i;
        }
    }
    check(found >= 0);
    return found;
}

static int mark(byte[] module) {
    ClassModel parsed = ClassFile.of().parse(module);
    return parsed.findAttribute(Attributes.moduleResolution())
            .map(ModuleResolutionAttribute::resolutionFlags)
            .orElse(0);
}

/**
 * The marks that the table gives to modules, one after the other: what it pushes before it makes
 * one.
 */
static List<Integer> marks(byte[] table) {
    return ClassFile.of().parse(table).methods().stream()
            .filter(method -> method.methodName().equalsString("moduleResolutions"))
            .flatMap(method -> method.code().orElseThrow().elementStream())
            .filter(ConstantInstruction.ArgumentConstantInstruction.class::isInstance)
            .map(instruction -> (Integer) ((ConstantInstruction) instruction).constantValue())
            .filter(number -> number == MARKED || number == UNMARKED)
            .toList();
}

static void check(boolean expected) {
    if (!expected) {
        throw new IllegalStateException("This Java marks the vector module in another way");
    }
}
