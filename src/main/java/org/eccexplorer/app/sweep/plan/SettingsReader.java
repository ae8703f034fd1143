package org.eccexplorer.app.sweep.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.option.Option;
import org.eccexplorer.problem.Reason;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;
import org.eccexplorer.yaml.LineFaults;
import org.eccexplorer.yaml.YamlNode;

/** Reads the settings of a plan: a grid, several of them, or points drawn from a space. */
final class SettingsReader {
    private static final String SETTINGS = "settings";
    private static final String SAMPLING = "sampling";
    private static final String GRID = "grid";
    private static final int MOST_COUNT = 10_000;

    private final YamlNode plan;
    private final LineFaults faults;

    SettingsReader(YamlNode plan, LineFaults faults) {
        this.plan = plan;
        this.faults = faults;
    }

    /** All settings, each once, in the order of the plan. */
    Set<NamedSetting> read() {
        List<SettingSpace> spaces = new ArrayList<>();
        for (YamlNode.Item item : plan.items(SETTINGS)) {
            if (item.part().isPresent()) {
                spaces.add(space(item.part().get()));
            } else {
                faults.add(
                        item.line(),
                        Texts.text("app.sweep.noSettings"),
                        Texts.text("app.sweep.noSettingsWhy"));
            }
        }
        if (spaces.isEmpty()) {
            spaces.add(new SettingSpace(timesteps(new LinkedHashMap<>(), plan)));
        }
        YamlNode sampling = plan.part(SAMPLING);
        return draws(sampling)
                .map(draws -> drawn(spaces, sampling, draws))
                .orElseGet(() -> grids(spaces));
    }

    private Set<NamedSetting> grids(List<SettingSpace> spaces) {
        Set<NamedSetting> settings = new LinkedHashSet<>();
        for (SettingSpace space : spaces) {
            space.domains()
                    .forEach((name, domain) -> {
                        if (domain instanceof Domain.Span span && span.count() == 0) {
                            faults.add(
                                    plan.line(SETTINGS),
                                    Texts.text("app.sweep.noCount", name),
                                    Texts.text("app.sweep.noCountWhy"));
                        }
                    });
            if (space.size() > PlanReader.MOST_TASKS) {
                faults.add(
                        plan.line(SETTINGS),
                        Texts.text("app.sweep.tooMany"),
                        Texts.text(
                                "app.sweep.tooManyWhy",
                                Numbers.count(Math.round(space.size())),
                                Numbers.count(PlanReader.MOST_TASKS)));
            } else {
                settings.addAll(space.grid());
            }
        }
        return settings;
    }

    private Set<NamedSetting> drawn(List<SettingSpace> spaces, YamlNode sampling, Draws draws) {
        if (spaces.size() > 1) {
            faults.add(
                    plan.line(SETTINGS),
                    Texts.text("app.sweep.oneSpace"),
                    Texts.text("app.sweep.oneSpaceWhy"));
        }
        int points = sampling.whole("points", 0, 1, PlanReader.MOST_TASKS);
        long seed = sampling.whole("seed", 1, Integer.MIN_VALUE, Integer.MAX_VALUE);
        SettingSpace space = spaces.getFirst();
        boolean read =
                space.domains().values().stream()
                        .noneMatch(domain ->
                                domain instanceof Domain.Listed some && some.values().isEmpty());
        // Of what could not be read nothing can be drawn; its fault is known.
        return read ? new LinkedHashSet<>(space.drawn(draws, points, seed)) : Set.of();
    }

    /** How points are drawn; empty where all combinations are to be run. */
    private Optional<Draws> draws(YamlNode sampling) {
        sampling.allowOnly("method", "points", "seed");
        if (!plan.has(SAMPLING)) {
            return Optional.empty();
        }
        String method = sampling.text("method");
        if (method.equals(GRID) || method.isEmpty()) {
            return Optional.empty();
        }
        Optional<Draws> found =
                Arrays.stream(Draws.values()).filter(draws -> draws.key().equals(method)).findAny();
        if (found.isEmpty()) {
            String known =
                    Arrays.stream(Draws.values()).map(Draws::key).collect(Collectors.joining(", "));
            faults.add(
                    sampling.line("method"),
                    Texts.text("app.sweep.unknownMethod", method),
                    Texts.text("yaml.known", GRID + ", " + known));
        }
        return found;
    }

    private SettingSpace space(YamlNode node) {
        Map<String, Domain> domains = new LinkedHashMap<>();
        for (String name : node.keys()) {
            if (!SettingNames.all().contains(name)) {
                faults.add(
                        node.line(name),
                        Texts.text("yaml.unknownKey", name),
                        Texts.text("yaml.known", String.join(", ", SettingNames.all())));
                continue;
            }
            node.keys().stream()
                    .filter(other -> SettingNames.clash(name, other))
                    .forEach(other ->
                            faults.add(
                                    node.line(name),
                                    Texts.text("app.sweep.twice", name),
                                    Texts.text("app.sweep.twiceWhy", other)));
            domains.put(name, domain(node, name));
        }
        return new SettingSpace(timesteps(domains, node));
    }

    /** T that stands beside the settings is one of them. */
    private Map<String, Domain> timesteps(Map<String, Domain> domains, YamlNode node) {
        String name = SettingNames.TIMESTEPS;
        if (!plan.has(name)) {
            return domains;
        }
        if (domains.containsKey(name)) {
            faults.add(
                    node.line(name),
                    Texts.text("app.sweep.twice", name),
                    Texts.text("app.sweep.twiceWhy", name));
        }
        Map<String, Domain> all = new LinkedHashMap<>();
        all.put(name, domain(plan, name));
        all.putAll(domains);
        return all;
    }

    private Domain domain(YamlNode node, String name) {
        List<YamlNode.Item> items = node.items(name);
        Set<String> values = new LinkedHashSet<>();
        for (YamlNode.Item item : items) {
            if (item.part().isPresent()) {
                if (items.size() == 1) {
                    return span(item.part().get(), name);
                }
                faults.add(
                        item.line(),
                        Texts.text("app.sweep.rangeAlone", name),
                        Texts.text("app.sweep.rangeWhy"));
                continue;
            }
            try {
                values.add(SettingNames.canonical(name, item.text().orElse("")));
            } catch (IllegalArgumentException e) {
                refuse(item.line(), name, e);
            }
        }
        if (items.isEmpty()) {
            faults.add(
                    node.line(name), Texts.text("yaml.missing", name), Texts.text("yaml.notThere"));
        }
        return new Domain.Listed(List.copyOf(values));
    }

    private void refuse(int line, String name, IllegalArgumentException failure) {
        faults.add(line, Texts.text("yaml.notRead", name), Reason.of(failure));
    }

    private Domain span(YamlNode node, String name) {
        node.allowOnly("from", "to", "count", "scale");
        Domain nothing = new Domain.Listed(List.of());
        Optional<Domain.Written> written =
                SettingNames.first(name).flatMap((Option<?> option) -> Domain.Written.of(option));
        if (written.isEmpty()) {
            faults.add(
                    node.line(),
                    Texts.text("app.sweep.noRange", name),
                    Texts.text("app.sweep.noRangeWhy"));
            return nothing;
        }
        String scale = node.text("scale", "linear");
        boolean logarithmic = scale.equals("log");
        if (!logarithmic && !scale.equals("linear")) {
            faults.add(
                    node.line("scale"),
                    Texts.text("yaml.notRead", "scale"),
                    Texts.text("app.sweep.oneOf", "linear, log"));
        }
        int count = node.whole("count", 0, node.has("count") ? 1 : 0, MOST_COUNT);
        try {
            double from = end(node, "from", name, written.get());
            double to = end(node, "to", name, written.get());
            if (!(from < to) || (logarithmic && !(from > 0))) {
                faults.add(
                        node.line(),
                        Texts.text("app.sweep.badRange"),
                        Texts.text("app.sweep.badRangeWhy"));
                return nothing;
            }
            return new Domain.Span(written.get(), from, to, count, logarithmic);
        } catch (IllegalArgumentException noted) {
            return nothing;
        }
    }

    /** An end of a range, as the option itself is written. */
    private double end(YamlNode node, String key, String name, Domain.Written written) {
        String text = node.text(key);
        try {
            SettingNames.canonical(name, text);
            return written.number(text);
        } catch (IllegalArgumentException e) {
            refuse(node.line(key), key, e);
            throw e;
        }
    }
}
