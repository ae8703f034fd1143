package org.eccexplorer.sim.kernel;

/**
 * How many rows of levels surely fit a sum of 16 bits, whichever they are. Sums wrap around, so
 * only the last one has to fit, and it is at most the sum of the largest positive levels of a
 * column and at least that of the largest negative ones.
 */
final class SafeRows {
    /** Columns that are counted at once, so that rows are read from one end to the other. */
    private static final int COLUMNS = 16;

    private final float[] levels;
    private final int fan;
    private final int repeats;
    private final int largest;

    private SafeRows(float[] levels, int fan, int repeats) {
        this.levels = levels;
        this.fan = fan;
        this.repeats = repeats;
        largest = largest(levels);
    }

    /** The largest size of a level. */
    static int largest(float[] levels) {
        float largest = 1;
        for (float level : levels) {
            if (Math.abs(level) > largest) {
                largest = Math.abs(level);
            }
        }
        return (int) largest;
    }

    /**
     * The number of rows; {@link Integer#MAX_VALUE} if all together fit.
     *
     * @param levels whole numbers, [row][column]
     * @param fan number of columns
     * @param repeats how often a row may be selected
     */
    static int of(float[] levels, int fan, int repeats) {
        SafeRows rows = new SafeRows(levels, fan, repeats);
        int safe = Integer.MAX_VALUE;
        for (int column = 0; column < fan; column += COLUMNS) {
            safe = Math.min(safe, rows.ofColumns(column, Math.min(COLUMNS, fan - column)));
        }
        return safe;
    }

    private int ofColumns(int first, int count) {
        int sizes = 2 * largest + 1;
        int[] number = new int[count * sizes];
        for (int row = first; row < levels.length; row += fan) {
            for (int c = 0; c < count; c++) {
                number[c * sizes + largest + (int) levels[row + c]]++;
            }
        }
        int safe = Integer.MAX_VALUE;
        for (int c = 0; c < count; c++) {
            int zero = c * sizes + largest;
            safe = Math.min(safe, Math.min(fitting(number, zero, 1), fitting(number, zero, -1)));
        }
        return safe;
    }

    /**
     * How many of the largest levels of a sign fit.
     *
     * @param number of levels of each size, level 0 at {@code zero}
     */
    private int fitting(int[] number, int zero, int sign) {
        int left = Short.MAX_VALUE;
        int count = 0;
        for (int level = largest; level > 0; level--) {
            int there = repeats * number[zero + sign * level];
            int fitting = Math.min(there, left / level);
            count += fitting;
            if (fitting < there) {
                return count;
            }
            left -= fitting * level;
        }
        return Integer.MAX_VALUE;
    }
}
