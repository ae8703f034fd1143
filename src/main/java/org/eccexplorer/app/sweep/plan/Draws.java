package org.eccexplorer.app.sweep.plan;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How points are drawn from a space: each by its number alone, so that a plan that asks for more
 * keeps those it had.
 */
enum Draws {
    /** Independent of each other. */
    RANDOM {
        @Override
        double[] point(int number, int dimensions, long seed) {
            return new SplittableRandom(seed * MIX + number).doubles(dimensions).toArray();
        }
    },

    /**
     * Spread evenly: Halton's sequence (J. H. Halton, Numerische Mathematik 2, 1960), the radical
     * inverse of the number in the base of a prime for each dimension, moved by the seed (Cranley
     * and Patterson, SIAM J. Numer. Anal. 13, 1976).
     */
    QUASI_RANDOM {
        @Override
        double[] point(int number, int dimensions, long seed) {
            double[] moves = new SplittableRandom(seed).doubles(dimensions).toArray();
            double[] point = new double[dimensions];
            int prime = 1;
            for (int d = 0; d < dimensions; d++) {
                prime = nextPrime(prime);
                double sum = radicalInverse(number + 1, prime) + moves[d];
                point[d] = sum - Math.floor(sum);
            }
            return point;
        }
    };

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** A point, each coordinate from 0 to below 1. */
    abstract double[] point(int number, int dimensions, long seed);

    /** As plans have it. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The digits of a number in a base, mirrored at the point: 6 = 110₂ becomes 0.011₂. */
    static double radicalInverse(int number, int base) {
        double value = 0;
        double digit = 1.0 / base;
        for (int rest = number; rest > 0; rest /= base) {
            value += rest % base * digit;
            digit /= base;
        }
        return value;
    }

    private static int nextPrime(int after) {
        int candidate = after + 1;
        while (!isPrime(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isPrime(int number) {
        for (int d = 2; d * d <= number; d++) {
            if (number % d == 0) {
                return false;
            }
        }
        return true;
    }
}
