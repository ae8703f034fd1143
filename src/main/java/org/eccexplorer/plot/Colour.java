package org.eccexplorer.plot;

/**
 * A colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 * @param alpha 0, transparent, to 1
 */
public record Colour(int red, int green, int blue, double alpha) {

    public Colour {
        if (((red | green | blue) & ~0xff) != 0 || !(alpha >= 0 && alpha <= 1)) {
            throw new IllegalArgumentException(
                    red + ", " + green + ", " + blue + ", alpha " + alpha);
        }
    }

    /** From 0xRRGGBB. */
    public static Colour of(int rgb) {
        return new Colour(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, 1);
    }

    /** The same, more transparent. */
    public Colour faded(double opacity) {
        return new Colour(red, green, blue, alpha * opacity);
    }

    /** Between this and another, 0 to 1. */
    public Colour towards(Colour other, double share) {
        return new Colour(
                (int) Math.round(red + (other.red - red) * share),
                (int) Math.round(green + (other.green - green) * share),
                (int) Math.round(blue + (other.blue - blue) * share),
                alpha + (other.alpha - alpha) * share);
    }
}
