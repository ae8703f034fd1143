package org.eccexplorer.app.find.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.eccexplorer.convert.ConversionOptions;
import org.eccexplorer.convert.Neurons;

/** The settings that a search may try, and which of them it tries first. */
public final class Space {
    private final Candidate start;
    private final List<Axis> axes;

    /** Whether plain neurons are among those that may be tried. */
    private final boolean hasPlain;

    /**
     * Along axes from a setting; where it has none of the values of an axis, from the first of
     * them.
     */
    public Space(ConversionOptions base, List<Axis> axes) {
        Candidate own = Candidate.free(base.effective());
        for (Axis axis : axes) {
            own = axis.levelOf(own) < 0 ? axis.levels().getFirst().apply(own).effective() : own;
        }
        start = own;
        this.axes = axes;
        hasPlain =
                own.neurons() == Neurons.PLAIN
                        || axes.stream()
                                .filter(axis -> axis.options().contains(ConversionOptions.NEURONS))
                                .flatMap(axis -> axis.levels().stream())
                                .anyMatch(level -> level.apply(start).neurons() == Neurons.PLAIN);
    }

    /**
     * Whether a setting is worth a trial: it can be run, and is no other's double. Where layers
     * wait no spike comes too early, and signed neurons send what plain ones send.
     */
    private boolean isOfUse(Candidate setting) {
        boolean plainly = setting.waits() && setting.neurons() == Neurons.SIGNED && hasPlain;
        return setting.isPossible() && !plainly;
    }

    /** The setting that a search begins with. */
    public Candidate start() {
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
    public List<Candidate> first(int most, long seed) {
        Set<Candidate> grid = new LinkedHashSet<>(List.of(start));
        for (Axis axis : axes) {
            if (axis.kind() == Axis.Kind.LEADING) {
                for (Candidate one : List.copyOf(grid)) {
                    axis.levels().stream()
                            .filter(Axis.Level::coarse)
                            .map(level -> level.apply(one).effective())
                            .filter(this::isOfUse)
                            .forEach(grid::add);
                }
            }
        }
        List<Candidate> rest = new ArrayList<>(grid);
        rest.removeFirst();
        if (rest.size() >= most) {
            Collections.shuffle(rest, new Random(seed));
            rest = new ArrayList<>(rest.subList(0, most - 1));
        }
        rest.addFirst(start);
        return rest;
    }

    /** The settings that differ from one along one axis; along a leading one by one step. */
    public List<Candidate> neighbours(Candidate setting) {
        Set<Candidate> found = new LinkedHashSet<>();
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
                Candidate other = axis.levels().get(l).apply(setting).effective();
                if (l != own && near && isOfUse(other)) {
                    found.add(other);
                }
            }
        }
        found.remove(setting);
        return List.copyOf(found);
    }

    /** Whether a setting is costly to try: it has a value of a costly axis. */
    public boolean isCostly(Candidate setting) {
        return axes.stream()
                .anyMatch(axis -> axis.kind() == Axis.Kind.COSTLY && axis.levelOf(setting) > 0);
    }
}
