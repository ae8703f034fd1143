package org.eccexplorer.app.find.race;

import org.eccexplorer.app.find.query.Query;

/**
 * How a search goes on, by counts and never by the clock, so that it finds the same however fast
 * the machine is: successive halving (K. Jamieson and A. Talwalkar, AISTATS 2016) on more and more
 * images, in which settings near the best join twice.
 *
 * @param sounded images on which every setting is tried before, to learn how far it has to go
 * @param soundedTimesteps up to which
 * @param first settings that are tried at the beginning
 * @param images on which settings are tried, round by round; the last round takes all
 * @param kept settings that go on after each round but the last
 * @param joining settings that join before the second and before the third round
 * @param costly of these, at most so many that are costly
 * @param parents of these
 * @param checked settings that are checked on the test images, at most
 */
public record Plan(
        int sounded,
        int soundedTimesteps,
        int first,
        int[] images,
        int[] kept,
        int[] joining,
        int costly,
        int parents,
        int checked) {

    /** The plan of a search among settings of one schedule. */
    public static final Plan STANDARD =
            new Plan(
                    12,
                    16,
                    56,
                    new int[] {24, 60, 120, Integer.MAX_VALUE},
                    new int[] {18, 10, 6},
                    new int[] {16, 10},
                    2,
                    4,
                    4);

    /** With schedules, of which each has winners: as many settings of both as else of one. */
    private static final Plan OF_SCHEDULES =
            new Plan(
                    STANDARD.sounded,
                    STANDARD.soundedTimesteps,
                    2 * STANDARD.first,
                    STANDARD.images,
                    new int[] {36, 20, 6},
                    new int[] {32, 20},
                    2 * STANDARD.costly,
                    2 * STANDARD.parents,
                    STANDARD.checked);

    /** The plan of a search. */
    public static Plan of(Query query) {
        return query.mayWait() ? OF_SCHEDULES : STANDARD;
    }

    /** Images of a round, of so many that there are. */
    public int images(int round, int there) {
        return Math.min(images[round], there);
    }

    public int rounds() {
        return images.length;
    }
}
