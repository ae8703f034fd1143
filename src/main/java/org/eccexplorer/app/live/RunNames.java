package org.eccexplorer.app.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eccexplorer.spiking.InputCoding;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/**
 * Tells runs that are there together by their names: those named by their settings say T where
 * there are several T, n where there are several numbers of images, and the seed where only it
 * differs; what is alike even then is numbered.
 */
public final class RunNames {
    private RunNames() {}

    /**
     * What each name has to say besides.
     *
     * @param runs the oldest first, whose names stay as they are if they can
     * @param images test images of the experiment
     * @return by id
     */
    public static Map<Integer, String> distinctions(List<RunState> runs, int images) {
        boolean severalT =
                runs.stream().map(run -> run.settings().timesteps()).distinct().count() > 1;
        boolean severalN =
                runs.stream().map(run -> run.settings().images(images)).distinct().count() > 1;
        Set<String> taken =
                runs.stream()
                        .map(RunState::label)
                        .filter(label -> !label.isEmpty())
                        .collect(Collectors.toCollection(HashSet::new));
        Set<String> labelled = new HashSet<>();
        Map<Integer, String> found = new HashMap<>();
        for (RunState run : runs) {
            String own = run.ownName();
            String more = run.label().isEmpty() ? more(run, runs, severalT) : "";
            if (run.label().isEmpty() && severalN) {
                String n = Numbers.count(run.settings().images(images));
                more += Texts.text("app.live.named", "n", n);
            }
            boolean first = !run.label().isEmpty() && labelled.add(run.label());
            String whole = first ? own : free(own + more, taken);
            taken.add(whole);
            found.put(run.id(), whole.substring(own.length()));
        }
        return found;
    }

    private static String more(RunState run, List<RunState> runs, boolean severalT) {
        StringBuilder more = new StringBuilder();
        if (severalT) {
            more.append(Texts.text("app.live.named", "T", run.settings().timesteps()));
        }
        boolean seeded =
                run.settings().conversion().input() == InputCoding.POISSON
                        && runs.stream()
                                .anyMatch(other ->
                                        other.settings()
                                                        .decisive()
                                                        .withSeed(run.settings().seed())
                                                        .equals(run.settings().decisive())
                                                && other.settings().seed()
                                                        != run.settings().seed());
        if (seeded) {
            more.append(
                    Texts.text(
                            "app.live.named",
                            Texts.text("app.live.seed"),
                            String.valueOf(run.settings().seed())));
        }
        return more.toString();
    }

    /** This name if it is free, else the first of "name (2)", "name (3)" … that is. */
    public static String free(String name, Collection<String> taken) {
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = Texts.text("app.live.numbered", name, number);
        }
        return free;
    }
}
