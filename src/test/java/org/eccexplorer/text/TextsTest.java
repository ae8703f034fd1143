package org.eccexplorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds {@code texts.properties} against the calls in the sources that ask for its texts. */
class TextsTest {
    private static final Path SOURCES =
            Path.of(System.getProperty("ecc.home", ".")).resolve("src/main/java/org/eccexplorer");
    private static final Pattern ARGUMENT =
            Pattern.compile("%(?:(\\d+)\\$)?[-+0#]*[\\d.]*([a-z%])");
    private static final Pattern GROUPED = Pattern.compile("(?<!%)(?:%%)*%[-+0# ]*,");

    /** What the sources ask for: keys with the numbers of arguments that they hand over. */
    private static final Map<String, Set<Integer>> ASKED = new TreeMap<>();

    /** Constants of enums, as {@code Type.CONSTANT}. */
    private static final Set<String> CONSTANTS = new TreeSet<>();

    private static final Map<String, String> TEXTS = new HashMap<>();

    @BeforeAll
    static void readSources() throws IOException {
        ResourceBundle all = ResourceBundle.getBundle(Texts.BUNDLE, Locale.ROOT);
        all.keySet().forEach(key -> TEXTS.put(key, all.getString(key)));
        List<Path> files;
        try (Stream<Path> found = Files.walk(SOURCES)) {
            files = found.filter(file -> file.toString().endsWith(".java")).toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            Calls calls = new Calls();
            task.parse().forEach(unit -> calls.scan(unit, null));
        }
    }

    @Test
    void everyTextThatIsAskedForExists() {
        assertThat(TEXTS.keySet()).containsAll(ASKED.keySet());
    }

    @Test
    void everyTextIsUsed() {
        Set<String> unused = new TreeSet<>(TEXTS.keySet());
        unused.removeAll(ASKED.keySet());
        unused.removeAll(CONSTANTS);
        // The command line's library asks for these by itself, by the name of an option or command.
        unused.removeIf(key -> key.startsWith("ecc.") || key.startsWith("option."));
        assertThat(unused).isEmpty();
    }

    @Test
    void everyTextTakesAsManyArgumentsAsItIsGiven() {
        List<String> wrong = new ArrayList<>();
        ASKED.forEach((key, numbers) -> {
            int taken = arguments(TEXTS.getOrDefault(key, ""));
            if (numbers.stream().anyMatch(given -> given >= 0 && given != taken)) {
                wrong.add(key + " takes " + taken + " and is given " + numbers);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void numbersAreGroupedInOnePlaceOnly() {
        assertThat(TEXTS.entrySet().stream().filter(t -> GROUPED.matcher(t.getValue()).find()))
                .as("groups of digits are written by Numbers, not by patterns")
                .isEmpty();
    }

    @Test
    void keysOfASectionAreSortedAndSaidOnce() throws IOException {
        List<String> lines;
        try (var in = Texts.class.getResourceAsStream("texts.properties")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        List<String> keys = new ArrayList<>();
        List<String> section = new ArrayList<>();
        boolean continued = false;
        for (String line : lines) {
            if (line.startsWith("#")) {
                assertThat(section).isSorted();
                section.clear();
            } else if (!continued && line.contains("=")) {
                String key = line.substring(0, line.indexOf('=')).strip();
                section.add(key);
                keys.add(key);
            }
            continued = line.endsWith("\\");
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    private static int arguments(String pattern) {
        Matcher matcher = ARGUMENT.matcher(pattern);
        int next = 0;
        int most = 0;
        while (matcher.find()) {
            if (!matcher.group(2).equals("%") && !matcher.group(2).equals("n")) {
                int index = matcher.group(1) == null ? ++next : Integer.parseInt(matcher.group(1));
                most = Math.max(most, index);
            }
        }
        return most;
    }

    /** Finds {@code Texts.text("key", …)} and {@code Texts.counted("key", …)}. */
    private static final class Calls extends TreeScanner<Void, Void> {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            String method = name(call.getMethodSelect());
            List<? extends ExpressionTree> arguments = call.getArguments();
            if (!arguments.isEmpty() && (method.equals("text") || method.equals("counted"))) {
                for (String key : keys(arguments.getFirst())) {
                    if (method.equals("text")) {
                        ask(key, arguments.size() - 1);
                    } else {
                        ask(key + ".one", -1);
                        ask(key + ".other", -1);
                    }
                }
            }
            return super.visitMethodInvocation(call, none);
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (type.getKind() == Tree.Kind.ENUM) {
                type.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .map(VariableTree.class::cast)
                        .forEach(constant ->
                                CONSTANTS.add(type.getSimpleName() + "." + constant.getName()));
            }
            return super.visitClass(type, none);
        }

        private static void ask(String key, int arguments) {
            ASKED.computeIfAbsent(key, unused -> new TreeSet<>()).add(arguments);
        }

        private static String name(ExpressionTree method) {
            return method instanceof MemberSelectTree select
                            && select.getExpression().toString().equals("Texts")
                    ? select.getIdentifier().toString()
                    : "";
        }

        /** The keys that an expression may stand for: one, or both of a choice. */
        private static Set<String> keys(ExpressionTree expression) {
            return switch (expression) {
                case LiteralTree literal when literal.getValue() instanceof String key ->
                        Set.of(key);
                case ConditionalExpressionTree choice ->
                        Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
                                .flatMap(part -> keys(part).stream())
                                .collect(Collectors.toSet());
                case ParenthesizedTree inner -> keys(inner.getExpression());
                default -> Set.of();
            };
        }
    }
}
