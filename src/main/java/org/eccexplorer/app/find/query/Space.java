package org.eccexplorer.app.find.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eccexplorer.convert.ConversionOptions;

/** The settings that a search may try, and which of them it tries first. */
public final class Space {
    private final ConversionOptions start;
    private final List<Axis> axes;

    /**
     * Along axes from a setting; where it has none of the values of an axis, from the first of
     * them.
     */
    public Space(ConversionOptions base, List<Axis> axes) {
        ConversionOptions own = base.effective();
        for (Axis axis : axes) {
            own = axis.levelOf(own) < 0 ? axis.levels().getFirst().apply(own).effective() : own;
        }
        start = own;
        this.axes = axes;
    }

    /** The setting that a search begins with. */
    public ConversionOptions start() {
        return start;
    }

    /** How many settings there are. */
    public long size() {
        return axes.stream().mapToLong(axis -> axis.levels().size()).reduce(1, Math::multiplyExact);
    }

    /**
     * All combinations along the leading axes, or as many of them as a search can begin with; the
     * setting that it starts from is the first.
     *
     * @param seed decides which
     */
    public List<ConversionOptions> first(int most, long seed) {
        Set<ConversionOptions> grid = new LinkedHashSet<>(List.of(start));
        for (Axis axis : axes) {
            if (axis.kind() == Axis.Kind.LEADING) {
                for (ConversionOptions one : List.copyOf(grid)) {
                    axis.levels().stream()
                            .filter(Axis.Level::coarse)
                            .forEach(level -> grid.add(level.apply(one).effective()));
                }
            }
        }
        List<ConversionOptions> rest = new ArrayList<>(grid);
        rest.removeFirst();
        if (rest.size() >= most) {
            Collections.shuffle(rest, new Random(seed));
            rest = new ArrayList<>(rest.subList(0, most - 1));
        }
        rest.addFirst(start);
        return rest;
    }

    /** The settings that differ from one along one axis; along a leading one by one step. */
    public List<ConversionOptions> neighbours(ConversionOptions setting) {
        Set<ConversionOptions> found = new LinkedHashSet<>();
        // What was not tried with all others comes first.
        List<Axis> order =
                axes.stream()
                        .sorted(Comparator.comparing(axis -> axis.kind() == Axis.Kind.LEADING))
                        .toList();
        for (Axis axis : order) {
            int own = axis.levelOf(setting);
            for (int l = 0; l < axis.levels().size(); l++) {
                boolean near =
                        own < 0 || Math.abs(l - own) == 1 || axis.kind() != Axis.Kind.LEADING;
                if (l != own && near) {
                    found.add(axis.levels().get(l).apply(setting).effective());
                }
            }
        }
        found.remove(setting);
        return List.copyOf(found);
    }

    /** Whether a setting is costly to try: it has a value of a costly axis. */
    public boolean isCostly(ConversionOptions setting) {
        return axes.stream()
                .anyMatch(axis -> axis.kind() == Axis.Kind.COSTLY && axis.levelOf(setting) > 0);
    }
}
