package org.eccexplorer.ui.fx;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Two parts side by side that are equally wide, as high as the higher one needs at that width;
 * grids and boxes ask for heights before they have shared out the width.
 */
public final class EqualColumns extends Region {
    private static final double GAP = 10;

    private final Region left;
    private final Region right;

    public EqualColumns(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
        setMinHeight(USE_PREF_SIZE);
    }

    private static double half(double width) {
        return Math.max(0, Math.floor((width - GAP) / 2));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * Math.max(left.prefWidth(-1), right.prefWidth(-1)) + GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        double half = half(width < 0 ? prefWidth(-1) : width);
        return Math.max(left.prefHeight(half), right.prefHeight(half));
    }

    @Override
    protected void layoutChildren() {
        double half = half(getWidth());
        left.resizeRelocate(0, 0, half, getHeight());
        right.resizeRelocate(half + GAP, 0, getWidth() - half - GAP, getHeight());
    }
}
