package org.eccexplorer.app.sweep.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What settings a plan can have: some values for each of some names.
 *
 * @param domains by name, in the order of the plan
 */
record SettingSpace(Map<String, Domain> domains) {
    /** So often a point may be one that was drawn before, for each that is asked for. */
    private static final int PATIENCE = 20;

    /** How many settings a grid has. */
    double size() {
        return domains.values().stream()
                .mapToDouble(domain -> domain.values().size())
                .reduce(1, (some, more) -> some * more);
    }

    /** All combinations; the first name changes slowest. */
    Collection<NamedSetting> grid() {
        List<Map<String, String>> grid = new ArrayList<>(List.of(Map.of()));
        for (Map.Entry<String, Domain> domain : domains.entrySet()) {
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> some : grid) {
                for (String value : domain.getValue().values()) {
                    Map<String, String> more = new LinkedHashMap<>(some);
                    more.put(domain.getKey(), value);
                    next.add(more);
                }
            }
            grid = next;
        }
        return grid.stream().map(NamedSetting::new).toList();
    }

    /** Some settings, all different; fewer where there are no more. */
    Collection<NamedSetting> drawn(Draws draws, int points, long seed) {
        Set<NamedSetting> drawn = new LinkedHashSet<>();
        List<String> names = List.copyOf(domains.keySet());
        for (int i = 0; drawn.size() < points && i < PATIENCE * points; i++) {
            double[] point = draws.point(i, names.size(), seed);
            Map<String, String> values = new LinkedHashMap<>();
            for (int d = 0; d < point.length; d++) {
                String name = names.get(d);
                values.put(name, at(name, point[d]));
            }
            drawn.add(new NamedSetting(values));
        }
        return drawn;
    }

    private String at(String name, double share) {
        Domain domain = domains.get(name);
        if (domain == null) {
            throw new IllegalArgumentException(name);
        }
        return domain.at(share);
    }
}
