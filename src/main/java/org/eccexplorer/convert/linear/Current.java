package org.eccexplorer.convert.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eccexplorer.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What flows along an edge of the CNN's graph between two ReLUs, written as an affine function of
 * the activations before it: Σ map(source) + offset. Folding, merging and skipping are operations
 * on it, and all of them are exact.
 *
 * @param shape of the sum, before the view
 * @param terms one per source and path
 * @param offset constant part, one value per element of {@code shape}
 * @param view if the elements were permuted: for each element seen, its index in the sum
 * @param viewed shape that is seen
 */
public record Current(
        Shape shape, List<Term> terms, double[] offset, int @Nullable [] view, Shape viewed) {

    /** The contribution of one source (index of a spiking layer, −1 for the input). */
    public record Term(int source, FoldedMap folded) {
        /** The map, multiplied out at each call. */
        public LinearMap map() {
            return folded.map();
        }
    }

    /** The activation of a source itself. */
    public static Current of(int source, Shape shape) {
        return new Current(
                shape,
                List.of(new Term(source, FoldedMap.of(LinearMap.identity(shape)))),
                new double[shape.size()],
                null,
                shape);
    }

    private static Current plain(Shape shape, List<Term> terms, double[] offset) {
        return new Current(shape, List.copyOf(terms), offset, null, shape);
    }

    /** Whether it is just the activation of a source, perhaps permuted. */
    public boolean isBare() {
        return terms.size() == 1
                && terms.getFirst().folded().isIdentity()
                && Arrays.stream(offset).allMatch(v -> v == 0);
    }

    public int bareSource() {
        return terms.getFirst().source();
    }

    /** Followed by a linear map of whole pixels; only without a view. */
    public Current then(LinearMap map) {
        List<Term> mapped = new ArrayList<>();
        for (Term term : terms) {
            mapped.add(new Term(term.source(), term.folded().then(map)));
        }
        double[] sum = new double[map.to().size()];
        map.addTo(offset, sum);
        return plain(map.to(), mapped, sum);
    }

    /** Plus a constant per channel; only without a view. */
    public Current plus(float[] bias) {
        double[] sum = offset.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += bias[i % bias.length];
        }
        return plain(shape, terms, sum);
    }

    /**
     * Each channel (as seen) multiplied by a factor and moved by a constant. Through a view that
     * mixes pixels and channels the factor differs from pixel to pixel.
     */
    public Current scaled(double[] factor, double[] constant) {
        int channels = viewed.channels();
        if (view == null) {
            double[] sum = new double[offset.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = offset[i] * factor[i % channels] + constant[i % channels];
            }
            List<Term> scaled = new ArrayList<>();
            for (Term term : terms) {
                scaled.add(new Term(term.source(), term.folded().scaled(factor)));
            }
            return plain(shape, scaled, sum);
        }
        double[] factors = new double[offset.length];
        double[] sum = new double[offset.length];
        for (int i = 0; i < sum.length; i++) {
            factors[view[i]] = factor[i % channels];
            sum[view[i]] = offset[view[i]] * factor[i % channels] + constant[i % channels];
        }
        LinearMap each = PixelMaps.elementwise(shape, factors);
        return new Current(shape, then(each).terms, sum, view, viewed);
    }

    /** Seen as another shape, its elements permuted: element i shows what was at source[i]. */
    public Current permuted(int[] source, Shape to) {
        int[] joined = source.clone();
        if (view != null) {
            for (int i = 0; i < joined.length; i++) {
                joined[i] = view[source[i]];
            }
        }
        boolean inOrder = true;
        for (int i = 0; i < joined.length && inOrder; i++) {
            inOrder = joined[i] == i;
        }
        if (inOrder && (to.equals(shape) || isBare())) {
            // The channels-last order is kept, so a bare activation is simply read as that shape.
            return isBare() ? of(bareSource(), to) : plain(shape, terms, offset);
        }
        return new Current(shape, terms, offset, joined, to);
    }

    /** What is seen through the view, in the order of the sum. */
    public Current withoutView() {
        return plain(shape, terms, offset);
    }

    /** A dense layer on the whole of a view: rows of its matrix move to where their pixel is. */
    public Current dense(LinearMap map) {
        return view == null
                ? then(map)
                : withoutView().then(PixelMaps.denseOverView(map, view, shape));
    }

    /** Σ coefficient·input, of inputs without a view. */
    public static Current sum(List<Current> inputs, float[] coefficients) {
        List<Term> terms = new ArrayList<>();
        Shape shape = inputs.getFirst().shape;
        double[] sum = new double[shape.size()];
        for (int i = 0; i < inputs.size(); i++) {
            double[] factor = new double[shape.channels()];
            Arrays.fill(factor, coefficients[i]);
            Current scaled =
                    coefficients[i] == 1
                            ? inputs.get(i)
                            : inputs.get(i).scaled(factor, new double[shape.channels()]);
            terms.addAll(scaled.terms);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += scaled.offset[j];
            }
        }
        return plain(shape, terms, sum);
    }

    /** The channels of several inputs side by side, of inputs without a view. */
    public static Current concatenation(List<Current> inputs, Shape shape) {
        List<Term> terms = new ArrayList<>();
        double[] joined = new double[shape.size()];
        int first = 0;
        for (Current input : inputs) {
            for (Term term : input.terms) {
                terms.add(new Term(term.source(), term.folded().shifted(first, shape.channels())));
            }
            int channels = input.shape.channels();
            for (int i = 0; i < input.offset.length; i++) {
                joined[i / channels * shape.channels() + first + i % channels] = input.offset[i];
            }
            first += channels;
        }
        return plain(shape, terms, joined);
    }
}
