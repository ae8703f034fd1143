package org.eccexplorer.app.find.race;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What nothing cheaper is better than. */
public final class Front {
    private Front() {}

    /**
     * The Pareto front: things of which no other is as cheap and better, or cheaper and as good, by
     * rising cost. Of several that are equal in both the first stands for all.
     */
    public static <T> List<T> of(
            List<T> things, ToDoubleFunction<T> cost, ToDoubleFunction<T> worth) {
        List<T> sorted = new ArrayList<>(things);
        sorted.sort(
                Comparator.comparingDouble(cost)
                        .thenComparing(Comparator.comparingDouble(worth).reversed()));
        List<T> front = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (T thing : sorted) {
            double own = worth.applyAsDouble(thing);
            if (own > best) {
                front.add(thing);
                best = own;
            }
        }
        return front;
    }

    /**
     * A front with at most so many things: of those between its ends the ones go that bring least
     * over the one before; what has to stays.
     *
     * @param front by rising cost and worth
     */
    static <T> List<T> thinned(
            List<T> front, int most, ToDoubleFunction<T> worth, List<T> staying) {
        List<T> some = new ArrayList<>(front);
        while (some.size() > most) {
            int least = -1;
            double gain = Double.POSITIVE_INFINITY;
            for (int i = 1; i + 1 < some.size(); i++) {
                double own =
                        worth.applyAsDouble(some.get(i)) - worth.applyAsDouble(some.get(i - 1));
                if (!staying.contains(some.get(i)) && own < gain) {
                    gain = own;
                    least = i;
                }
            }
            if (least < 0) {
                break;
            }
            some.remove(least);
        }
        return some;
    }
}
