package org.eccexplorer.lesson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eccexplorer.text.Texts;
import org.eccexplorer.yaml.LineFaults;
import org.eccexplorer.yaml.YamlNode;

/** Reads the header of a lesson: scene, controls, questions, checks. */
final class HeaderReader {
    private static final int MOST_IMAGES = 2000;
    private static final int MOST_STEPS = 1024;
    private static final int MOST_ANSWERS = 6;

    private final YamlNode header;
    private final LineFaults faults;
    private final Predicate<String> isModel;

    /**
     * Reads a header.
     *
     * @param isModel whether there is a bundled model of a name
     */
    HeaderReader(YamlNode header, LineFaults faults, Predicate<String> isModel) {
        this.isModel = isModel;
        this.header = header;
        this.faults = faults;
    }

    /** The lesson without its pages. */
    Lesson read(String id) {
        header.allowOnly(
                "title",
                "minutes",
                "idea",
                "scene",
                "currents",
                "network",
                "start",
                "derived",
                "controls",
                "questions",
                "checks",
                "notes");
        Optional<NetworkSpec> network = network();
        List<Scene> scenes = scenes(network.isPresent());
        Names names = new Names(scenes, network.isPresent());
        Map<String, Expression> derived = derived(names);
        Map<String, Control> controls = controls(names, derived.keySet());
        Map<String, Question> questions = questions(names);
        Map<String, Check> checks = checks(names);
        for (String name : checks.keySet()) {
            if (questions.containsKey(name)) {
                faults.add(
                        header.part("checks").line(name),
                        Texts.text("lesson.twice", name),
                        Texts.text("lesson.twiceWhy"));
            }
        }
        return new Lesson(
                id,
                header.text("title"),
                header.whole("minutes", 3, 1, 60),
                header.text("idea", ""),
                scenes,
                header.numbers("currents"),
                network,
                settings(header.part("start"), names),
                derived,
                controls,
                questions,
                checks,
                List.of(),
                header.text("notes", ""));
    }

    /** What can be asked for by name. */
    private final class Names {
        private final Set<String> inputs;
        private final Set<String> all;
        private final Set<String> charts;

        Names(List<Scene> scenes, boolean network) {
            inputs = new TreeSet<>(Scene.inputs(scenes, network));
            charts = Scene.charts(scenes, network);
            // What derived inputs are made of.
            inputs.addAll(header.part("start").keys());
            all = new TreeSet<>(inputs);
            all.addAll(Scene.values(scenes, network));
        }

        void require(Set<String> asked, Set<String> known, int line) {
            for (String name : asked) {
                if (!known.contains(name)) {
                    faults.add(
                            line,
                            Texts.text("lesson.unknownName", name),
                            Texts.text("yaml.known", String.join(", ", known)));
                }
            }
        }
    }

    private List<Scene> scenes(boolean network) {
        List<Scene> scenes = new ArrayList<>();
        for (String name : header.text("scene").split("[,\\s]+", -1)) {
            Optional<Scene> scene = Scene.named(name);
            scene.ifPresent(scenes::add);
            if (scene.isEmpty()) {
                faults.add(
                        header.line("scene"),
                        Texts.text("lesson.unknownScene", name),
                        Texts.text("yaml.known", Scene.NAMES));
            }
        }
        if (scenes.contains(Scene.NETWORK) && !network) {
            faults.add(
                    header.line("scene"),
                    Texts.text("lesson.noNetwork"),
                    Texts.text("lesson.noNetworkWhy"));
        }
        if (scenes.contains(Scene.SEQUENCE) && header.numbers("currents").isEmpty()) {
            faults.add(
                    header.line("scene"),
                    Texts.text("lesson.noCurrents"),
                    Texts.text("lesson.noCurrentsWhy"));
        }
        return scenes;
    }

    private Optional<NetworkSpec> network() {
        if (!header.has("network")) {
            return Optional.empty();
        }
        YamlNode node = header.part("network");
        node.allowOnly("model", "images", "steps", "layer", "closed", "waiting");
        String model = node.text("model");
        if (!model.isEmpty() && !model.equals(NetworkSpec.OPEN) && !isModel.test(model)) {
            faults.add(
                    node.line("model"),
                    Texts.text("lesson.unknownModel"),
                    Texts.text("yaml.itIs", model));
        }
        return Optional.of(
                new NetworkSpec(
                        model,
                        node.whole("images", 100, 1, MOST_IMAGES),
                        node.whole("steps", 64, 1, MOST_STEPS),
                        node.whole("layer", 0, 0, 1000),
                        node.text("closed", "false").equals("true"),
                        node.text("waiting", "false").equals("true")));
    }

    private static Map<String, Double> settings(YamlNode node, Names names) {
        Map<String, Double> settings = new LinkedHashMap<>();
        for (String key : node.keys()) {
            names.require(Set.of(key), names.inputs, node.line(key));
            settings.put(key, node.number(key));
        }
        return settings;
    }

    private Map<String, Expression> derived(Names names) {
        Map<String, Expression> derived = new LinkedHashMap<>();
        YamlNode node = header.part("derived");
        for (String key : node.keys()) {
            Expression expression = node.read(key, "", Expression::of, Expression.number(0));
            names.require(Set.of(key), names.inputs, node.line(key));
            names.require(expression.names(), names.inputs, node.line(key));
            derived.put(key, expression);
        }
        return derived;
    }

    private Map<String, Control> controls(Names names, Set<String> derived) {
        Map<String, Control> controls = new LinkedHashMap<>();
        YamlNode all = header.part("controls");
        for (String key : all.keys()) {
            YamlNode node = all.part(key);
            node.allowOnly("label", "from", "to", "step", "values", "names", "decimals");
            names.require(Set.of(key), names.inputs, all.line(key));
            if (derived.contains(key)) {
                faults.add(
                        all.line(key),
                        Texts.text("lesson.derivedControl", key),
                        Texts.text("lesson.derivedControlWhy"));
            }
            controls.put(
                    key,
                    new Control(
                            key,
                            node.text("label", key),
                            stops(node),
                            stopNames(node),
                            node.whole("decimals", -1, -1, 9)));
        }
        return controls;
    }

    private List<Double> stops(YamlNode node) {
        if (node.has("values")) {
            List<Double> values = node.numbers("values");
            if (values.size() < 2) {
                faults.add(
                        node.line("values"),
                        Texts.text("lesson.fewStops"),
                        Texts.text("lesson.fewStopsWhy"));
            }
            return values.isEmpty() ? List.of(0.0) : values;
        }
        double from = node.number("from");
        double to = node.number("to");
        double step = node.number("step", 1);
        double count = Math.floor((to - from) / step + 1e-6) + 1;
        if (!(step > 0) || !(count >= 2) || count > Control.MOST_STOPS) {
            faults.add(
                    node.line(),
                    Texts.text("lesson.badRange"),
                    Texts.text("lesson.badRangeWhy", Control.MOST_STOPS));
            return List.of(0.0);
        }
        List<Double> stops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stops.add(Math.round((from + i * step) * 1e9) / 1e9);
        }
        return stops;
    }

    /** What its values are called, as many as there are. */
    private List<String> stopNames(YamlNode node) {
        List<String> names =
                node.items("names").stream().flatMap(item -> item.text().stream()).toList();
        if (!names.isEmpty() && names.size() != node.numbers("values").size()) {
            faults.add(
                    node.line("names"),
                    Texts.text("lesson.badNames"),
                    Texts.text("lesson.badNamesWhy"));
        }
        return names;
    }

    private Template template(YamlNode node, String key, Names names) {
        return template(node, key, "", names);
    }

    private static Template template(YamlNode node, String key, String otherwise, Names names) {
        Template template = node.read(key, otherwise, Template::of, new Template(List.of()));
        names.require(template.names(), names.all, node.line(key));
        return template;
    }

    private Template needed(YamlNode node, String key, Names names) {
        node.text(key);
        return template(node, key, names);
    }

    private Map<String, Question> questions(Names names) {
        Map<String, Question> questions = new LinkedHashMap<>();
        YamlNode all = header.part("questions");
        for (String key : all.keys()) {
            YamlNode node = all.part(key);
            node.allowOnly("ask", "hides", "choices", "draw", "within", "because");
            Template ask = needed(node, "ask", names);
            questions.put(
                    key, node.has("draw") ? draw(node, ask, names) : choice(node, ask, names));
        }
        return questions;
    }

    private Question draw(YamlNode node, Template ask, Names names) {
        String curve = node.text("draw");
        Set<String> drawn = new TreeSet<>(names.charts);
        drawn.retainAll(Scene.DRAWN);
        names.require(Set.of(curve), drawn, node.line("draw"));
        double within = node.number("within", 0.1);
        if (!(within > 0)) {
            faults.add(
                    node.line("within"),
                    Texts.text("lesson.notPositive", "within"),
                    Texts.text("yaml.itIs", String.valueOf(within)));
        }
        return new Question.Draw(ask, curve, within, needed(node, "because", names));
    }

    private Question choice(YamlNode node, Template ask, Names names) {
        List<Question.Answer> answers = new ArrayList<>();
        boolean right = false;
        for (YamlNode one : node.parts("choices")) {
            one.allowOnly("say", "right", "because");
            String written = one.text("right", "false");
            Expression holds =
                    switch (written) {
                        case "true" -> Expression.number(1);
                        case "false" -> Expression.number(0);
                        default -> one.read("right", "", Expression::of, Expression.number(0));
                    };
            names.require(holds.names(), names.all, one.line("right"));
            right |= !written.equals("false");
            answers.add(
                    new Question.Answer(
                            needed(one, "say", names), holds, needed(one, "because", names)));
        }
        if (answers.size() < 2 || answers.size() > MOST_ANSWERS || !right) {
            faults.add(
                    node.line("choices"),
                    Texts.text("lesson.badChoices"),
                    Texts.text("lesson.badChoicesWhy", MOST_ANSWERS));
        }
        Set<String> hides =
                Stream.of(node.text("hides", "").split("[,\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
        names.require(hides, names.charts, node.line("hides"));
        return new Question.Choice(ask, hides, answers);
    }

    private Map<String, Check> checks(Names names) {
        Map<String, Check> checks = new LinkedHashMap<>();
        YamlNode all = header.part("checks");
        for (String key : all.keys()) {
            YamlNode node = all.part(key);
            node.allowOnly("ask", "when", "done", "look", "change", "solution", "score");
            node.text("when");
            Expression when = node.read("when", "0", Expression::of, Expression.number(0));
            names.require(when.names(), names.all, node.line("when"));
            checks.put(
                    key,
                    new Check(
                            needed(node, "ask", names),
                            when,
                            needed(node, "done", names),
                            needed(node, "look", names),
                            needed(node, "change", names),
                            settings(node.part("solution"), names),
                            score(node, names)));
        }
        return checks;
    }

    private static Optional<Expression> score(YamlNode node, Names names) {
        if (!node.has("score")) {
            return Optional.empty();
        }
        Expression score = node.read("score", "0", Expression::of, Expression.number(0));
        names.require(score.names(), names.all, node.line("score"));
        return Optional.of(score);
    }

    /** The names that texts of pages may ask for. */
    static Set<String> names(Lesson lesson) {
        Set<String> all = Scene.inputs(lesson.scenes(), lesson.network().isPresent());
        all.addAll(Scene.values(lesson.scenes(), lesson.network().isPresent()));
        all.addAll(lesson.start().keySet());
        return all;
    }
}
