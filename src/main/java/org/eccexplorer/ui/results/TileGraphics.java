package org.eccexplorer.ui.results;

import eu.hansolo.tilesfx.Tile;
import eu.hansolo.tilesfx.TileBuilder;
import javafx.scene.paint.Color;
import javafx.scene.paint.Stop;

/**
 * The drawn parts of tiles, each made once: TilesFX never lets go of one. Their texts are left out,
 * since at this size they could not be read; the labels beside them are ours.
 */
final class TileGraphics {
    /** Width and height in pixels; the line fills the lower half. */
    private static final double LINE = 36;

    private static final double TRACK_OPACITY = 0.2;
    private static final double AREA_OPACITY = 0.35;
    private static final double FLOOR_OPACITY = 0.06;

    private TileGraphics() {}

    /** A line of values from zero up, and the area under it. */
    static Tile sparkline() {
        return bare(
                TileBuilder.create()
                        .skinType(Tile.SkinType.SMOOTH_AREA_CHART)
                        .smoothing(false)
                        .fillWithGradient(true),
                LINE);
    }

    private static Tile bare(TileBuilder<?> builder, double side) {
        Tile tile = builder.animated(false).valueVisible(false).textVisible(false).build();
        tile.setPrefSize(side, side);
        tile.setMinSize(side, side);
        tile.setMaxSize(side, side);
        tile.setBackgroundColor(Color.TRANSPARENT);
        tile.setBorderColor(Color.TRANSPARENT);
        tile.setForegroundColor(Color.TRANSPARENT);
        tile.setTextColor(Color.TRANSPARENT);
        tile.setTitleColor(Color.TRANSPARENT);
        tile.setTickLabelColor(Color.TRANSPARENT);
        tile.setMouseTransparent(true);
        tile.setFocusTraversable(false);
        return tile;
    }

    /** Gives a tile the colours of the style sheet, which it cannot read. */
    static void colour(Tile tile, Color ink, Color track) {
        tile.setBarColor(ink);
        tile.setBarBackgroundColor(faint(track, TRACK_OPACITY));
        // The first colour is that of the line, the others are those of the area.
        tile.setGradientStops(
                new Stop(0, ink),
                new Stop(0, faint(ink, AREA_OPACITY)),
                new Stop(1, faint(ink, FLOOR_OPACITY)));
    }

    private static Color faint(Color colour, double opacity) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }
}
