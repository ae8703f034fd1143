package org.eccexplorer.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
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
import java.util.Comparator;
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
    private static final Pattern HEADING = Pattern.compile("# ---- (?!end of )(\\S+) ----");
    private static final Pattern NOT_A_TEXT = Pattern.compile("(?<!%)(?:%%)*%(?!%|s|n|\\d+\\$s)");

    /** What the sources ask for: keys with the numbers of arguments that they hand over. */
    private static final Map<String, Set<Integer>> ASKED = new TreeMap<>();

    /** Constants of enums, as {@code Type.CONSTANT}. */
    private static final Set<String> CONSTANTS = new TreeSet<>();

    private static final Map<String, String> TEXTS = new HashMap<>();

    /** Two letters side by side: words, other than symbols such as θ and units such as %. */
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");

    private static final Set<String> CONTROLS =
            Set.of(
                    "Button",
                    "CheckBox",
                    "CheckMenuItem",
                    "Hyperlink",
                    "Label",
                    "Menu",
                    "MenuButton",
                    "MenuItem",
                    "RadioButton",
                    "RadioMenuItem",
                    "SplitMenuButton",
                    "Tab",
                    "Text",
                    "TitledPane",
                    "ToggleButton",
                    "Tooltip");
    private static final Set<String> SHOWN =
            Set.of(
                    "ask",
                    "chooseFile",
                    "chooseFiles",
                    "chooseFolder",
                    "confirm",
                    "saveFile",
                    "say",
                    "setAccessibleHelp",
                    "setAccessibleText",
                    "setContentText",
                    "setHeaderText",
                    "setPromptText",
                    "setText",
                    "setTitle");

    /** Words that the sources hand to a control or dialog without asking for a text. */
    private static final Set<String> WORDS = new TreeSet<>();

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
        unused.removeIf(key -> isOfTheLibrary(key, "cli"));
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
    void numbersAreWrittenInOnePlaceOnly() {
        assertThat(TEXTS.entrySet().stream().filter(t -> NOT_A_TEXT.matcher(t.getValue()).find()))
                .as("numbers are written by Numbers, not by patterns")
                .isEmpty();
    }

    @Test
    void wordsAreNotWrittenInTheSources() {
        assertThat(WORDS).isEmpty();
    }

    @Test
    void keysOfASectionAreSortedAndSaidOnce() throws IOException {
        Map<String, List<String>> sections = sections();
        sections.values().forEach(keys -> assertThat(keys).isNotEmpty().isSorted());
        assertThat(sections.values().stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    /** A key stands in the section of its room, the innermost one whose name it begins with. */
    @Test
    void keysStandInTheSectionOfTheirRoom() throws IOException {
        Map<String, List<String>> sections = sections();
        List<String> wrong = new ArrayList<>();
        sections.forEach((section, keys) ->
                keys.stream()
                        .filter(key ->
                                Character.isLowerCase(key.charAt(0))
                                        && !isOfTheLibrary(key, section))
                        .filter(key -> !room(key, sections.keySet()).equals(section))
                        .forEach(key -> wrong.add(key + " stands in " + section)));
        assertThat(wrong).isEmpty();
    }

    /** The command line's library asks by itself, by the name of an option or command. */
    private static boolean isOfTheLibrary(String key, String section) {
        return section.startsWith("cli") && (key.startsWith("ecc.") || key.startsWith("option."));
    }

    private static String room(String key, Set<String> rooms) {
        return rooms.stream()
                .filter(room -> key.startsWith(room + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** The keys of each section, in order. */
    private static Map<String, List<String>> sections() throws IOException {
        List<String> lines;
        try (var in = Texts.class.getResourceAsStream("texts.properties")) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> section = new ArrayList<>();
        boolean continued = false;
        for (String line : lines) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                section = new ArrayList<>();
                sections.put(heading.group(1), section);
            } else if (!continued && !line.startsWith("#") && line.contains("=")) {
                section.add(line.substring(0, line.indexOf('=')).strip());
            }
            continued = line.endsWith("\\");
        }
        return sections;
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

    /**
     * Finds {@code Texts.text("key", …)} and {@code Texts.counted("key", …)}, and words that are
     * handed to a control or dialog as they are.
     */
    private static final class Calls extends TreeScanner<Void, Void> {
        @Override
        public Void visitNewClass(NewClassTree created, Void none) {
            String type = created.getIdentifier().toString();
            if (CONTROLS.contains(type)) {
                created.getArguments().forEach(argument -> words("new " + type, argument));
            }
            return super.visitNewClass(created, none);
        }

        /** Notes the words of an argument; what it calls is not looked into. */
        private static void words(String of, ExpressionTree argument) {
            switch (argument) {
                case LiteralTree literal when literal.getValue() instanceof String text -> {
                    if (WORD.matcher(text).find()) {
                        WORDS.add(of + ": " + text);
                    }
                }
                case BinaryTree sum -> {
                    words(of, sum.getLeftOperand());
                    words(of, sum.getRightOperand());
                }
                case ConditionalExpressionTree choice -> {
                    words(of, choice.getTrueExpression());
                    words(of, choice.getFalseExpression());
                }
                case ParenthesizedTree inner -> words(of, inner.getExpression());
                default -> {}
            }
        }

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
            String called =
                    call.getMethodSelect() instanceof MemberSelectTree select
                            ? select.getIdentifier().toString()
                            : call.getMethodSelect().toString();
            if (SHOWN.contains(called)) {
                // After its title follow the name of a file and its endings.
                arguments.stream()
                        .limit(called.equals("saveFile") ? 1 : arguments.size())
                        .forEach(argument -> words(called, argument));
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
