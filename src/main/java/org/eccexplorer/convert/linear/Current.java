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
 * @param offset constant part of {@code shape}
 * @param view if the elements were permuted: for each element seen, its index in the sum
 * @param viewed shape that is seen
 */
public record Current(
        Shape shape, List<Term> terms, Offset offset, int @Nullable [] view, Shape viewed) {

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
                Offset.none(shape),
                null,
                shape);
    }

    private static Current plain(Shape shape, List<Term> terms, Offset offset) {
        return new Current(shape, List.copyOf(terms), offset, null, shape);
    }

    /** Whether it is just the activation of a source, perhaps permuted. */
    public boolean isBare() {
        return terms.size() == 1 && terms.getFirst().folded().isIdentity() && offset.isZero();
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
        return plain(map.to(), mapped, mapped(map));
    }

    /** Zeros, as all constants are behind a ReLU, stay zeros. */
    private Offset mapped(LinearMap map) {
        if (offset.isZero()) {
            return Offset.none(map.to());
        }
        double[] sum = new double[map.to().size()];
        map.addTo(offset.elements(shape), sum);
        return new Offset(sum);
    }

    /** Plus a constant per channel; only without a view. */
    public Current plus(float[] bias) {
        return plain(shape, terms, offset.plus(bias));
    }

    /**
     * Each channel (as seen) multiplied by a factor and moved by a constant. Through a view that
     * mixes pixels and channels the factor differs from pixel to pixel.
     */
    public Current scaled(double[] factor, double[] constant) {
        int channels = viewed.channels();
        if (view == null) {
            List<Term> scaled = new ArrayList<>();
            for (Term term : terms) {
                scaled.add(new Term(term.source(), term.folded().scaled(factor)));
            }
            return plain(shape, scaled, offset.scaled(factor, constant));
        }
        double[] factors = new double[shape.size()];
        double[] sum = new double[shape.size()];
        for (int i = 0; i < sum.length; i++) {
            factors[view[i]] = factor[i % channels];
            sum[view[i]] = offset.at(view[i]) * factor[i % channels] + constant[i % channels];
        }
        LinearMap each = PixelMaps.elementwise(shape, factors);
        return new Current(shape, then(each).terms, new Offset(sum), view, viewed);
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
        List<Offset> offsets = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            double[] factor = new double[shape.channels()];
            Arrays.fill(factor, coefficients[i]);
            Current scaled =
                    coefficients[i] == 1
                            ? inputs.get(i)
                            : inputs.get(i).scaled(factor, new double[shape.channels()]);
            terms.addAll(scaled.terms);
            offsets.add(scaled.offset);
        }
        return plain(shape, terms, Offset.sum(offsets, shape));
    }

    /** The channels of several inputs side by side, of inputs without a view. */
    public static Current concatenation(List<Current> inputs, Shape shape) {
        List<Term> terms = new ArrayList<>();
        boolean alike = inputs.stream().allMatch(input -> input.offset.isOfChannels(input.shape));
        double[] joined = new double[alike ? shape.channels() : shape.size()];
        int first = 0;
        for (Current input : inputs) {
            for (Term term : input.terms) {
                terms.add(new Term(term.source(), term.folded().shifted(first, shape.channels())));
            }
            int channels = input.shape.channels();
            for (int i = 0; i < joined.length / shape.channels() * channels; i++) {
                joined[i / channels * shape.channels() + first + i % channels] = input.offset.at(i);
            }
            first += channels;
        }
        return plain(shape, terms, new Offset(joined));
    }
}
