package org.eccexplorer.keras.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eccexplorer.container.SafeText;
import org.eccexplorer.keras.config.Refusal;
import org.eccexplorer.network.Border;
import org.eccexplorer.network.Layer;
import org.eccexplorer.network.Scaling;
import org.eccexplorer.tensor.Shape;
import org.eccexplorer.text.Numbers;
import org.eccexplorer.text.Texts;

/** Layers that add, cut off, repeat or blend pixels: zero padding, cropping, scaling. */
final class Borders {
    private static final int MAX_PIXELS = 65_536;

    private Borders() {}

    static LayerReader padding(int dimensions) {
        return call -> {
            Shape in = call.spatial(dimensions);
            call.dataFormat();
            Border border = border(call.config().get("padding"), "padding", dimensions);
            Shape out = border.around(in);
            return moved("zero padding", call, out, -border.top(), -border.left(), 1, 1);
        };
    }

    static LayerReader cropping(int dimensions) {
        return call -> {
            Shape in = call.spatial(dimensions);
            call.dataFormat();
            Border border = border(call.config().get("cropping"), "cropping", dimensions);
            int height = in.height() - border.rows();
            int width = in.width() - border.columns();
            if (height < 1 || width < 1) {
                throw new InputRefusal(
                        Texts.text("keras.layer.croppedAway", border.rows(), border.columns(), in));
            }
            Shape out = new Shape(height, width, in.channels());
            return moved("cropping", call, out, border.top(), border.left(), 1, 1);
        };
    }

    /** Keeps the middle; smaller images it would scale, which is not read. */
    static List<Stage> centerCrop(LayerCall call) throws Refusal {
        Shape in = call.spatial(2);
        call.dataFormat();
        int height = call.config().count("height");
        int width = call.config().count("width");
        if (height > in.height() || width > in.width()) {
            throw new InputRefusal(Texts.text("keras.layer.scalesUpTo", in, height, width));
        }
        int top = (in.height() - height) / 2;
        int left = (in.width() - width) / 2;
        Shape out = new Shape(height, width, in.channels());
        return moved("cropping", call, out, top, left, 1, 1);
    }

    /** Bilinear scaling to a size, or nothing if the images have it already. */
    static List<Stage> resizing(LayerCall call) throws Refusal {
        Shape in = call.spatial(2);
        call.dataFormat();
        int height = call.config().count("height");
        int width = call.config().count("width");
        boolean same = height == in.height() && width == in.width();
        boolean plain =
                call.config().text("interpolation", "bilinear").equals("bilinear")
                        && !call.config().flag("crop_to_aspect_ratio", false)
                        && !call.config().flag("pad_to_aspect_ratio", false)
                        && !call.config().flag("antialias", false);
        call.config().ignoreAll();
        if (!same && !plain) {
            throw new InputRefusal(Texts.text("keras.layer.scalesOtherwise", in, height, width));
        }
        return same
                ? List.of(Stage.same(new Layer.Identity("resizing"), call.input()))
                : bilinear(call, in, height, width);
    }

    private static List<Stage> bilinear(LayerCall call, Shape in, int height, int width)
            throws InputRefusal {
        if (height > MAX_PIXELS || width > MAX_PIXELS) {
            throw new InputRefusal(Texts.text("keras.layer.scalesTo", height, width));
        }
        Shape out = new Shape(height, width, in.channels());
        Recipe recipe =
                new Recipe.Moving(
                        Math.multiplyExact(8, out.pixels()),
                        () -> Scaling.bilinear(in, height, width, Scaling.Grid.HALF_PIXEL));
        return List.of(new Stage("", out, call.input().rank(), recipe));
    }

    static LayerReader upSampling(int dimensions) {
        return call -> {
            Shape in = call.spatial(dimensions);
            call.dataFormat();
            int[] size = call.config().pair("size", 2, dimensions);
            String interpolation = call.config().text("interpolation", "nearest");
            if (interpolation.equals("bilinear")) {
                return bilinear(
                        call,
                        in,
                        Math.multiplyExact(in.height(), size[0]),
                        Math.multiplyExact(in.width(), size[1]));
            }
            if (!interpolation.equals("nearest")) {
                call.config()
                        .complain(
                                Texts.text(
                                        "keras.layer.interpolation", SafeText.text(interpolation)));
            }
            Shape out =
                    new Shape(
                            Math.multiplyExact(in.height(), size[0]),
                            Math.multiplyExact(in.width(), size[1]),
                            in.channels());
            return moved("up-sampling", call, out, 0, 0, size[0], size[1]);
        };
    }

    /** Output pixel (y, x) is input pixel (y/factorY + top, x/factorX + left), or zero outside. */
    private static List<Stage> moved(
            String kind, LayerCall call, Shape out, int top, int left, int factorY, int factorX)
            throws InputRefusal {
        Value input = call.input();
        Shape in = input.shape();
        return Rearrangements.moving(
                kind,
                in,
                out,
                input.rank(),
                source -> {
                    for (int i = 0; i < source.length; i++) {
                        int pixel = i / out.channels();
                        int y = pixel / out.width() / factorY + top;
                        int x = pixel % out.width() / factorX + left;
                        boolean inside = y >= 0 && y < in.height() && x >= 0 && x < in.width();
                        source[i] =
                                inside
                                        ? (y * in.width() + x) * in.channels() + i % in.channels()
                                        : -1;
                    }
                });
    }

    /** From n, [left, right], [rows, columns] or [[top, bottom], [left, right]]. */
    private static Border border(JsonNode node, String key, int dimensions) throws Refusal {
        if (dimensions == 1) {
            return new Border(0, side(node, key, 0), 0, side(node, key, 1));
        }
        JsonNode rows = node.isArray() ? node.path(0) : node;
        JsonNode columns = node.isArray() ? node.path(1) : node;
        return new Border(
                side(rows, key, 0),
                side(columns, key, 0),
                side(rows, key, 1),
                side(columns, key, 1));
    }

    private static int side(JsonNode node, String key, int side) throws Refusal {
        JsonNode length = node.isArray() ? node.path(side) : node;
        if (!length.isInt() || length.asInt() < 0 || length.asInt() > MAX_PIXELS) {
            throw new Refusal(
                    Texts.text(
                            "keras.layer.notBorders",
                            key,
                            SafeText.json(node),
                            Numbers.count(MAX_PIXELS)));
        }
        return length.asInt();
    }
}
