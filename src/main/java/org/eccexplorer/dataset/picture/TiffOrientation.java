package org.eccexplorer.dataset.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * How a TIFF says that its picture is turned (tag 274, 1 to 8). Pillow turns pictures of TIFFs when
 * it opens them, and none of other formats.
 */
final class TiffOrientation {
    private static final String TAG = "274";
    private static final int UPRIGHT = 1;
    private static final int FIRST_LYING = 5;
    private static final int LAST = 8;

    private TiffOrientation() {}

    /** The picture upright. */
    static BufferedImage upright(BufferedImage picture, ImageReader reader) throws IOException {
        int orientation = isTiff(reader) ? of(reader.getImageMetadata(0)) : UPRIGHT;
        return orientation <= UPRIGHT || orientation > LAST
                ? picture
                : turned(PlainColours.of(picture), orientation);
    }

    private static boolean isTiff(ImageReader reader) throws IOException {
        return reader.getFormatName().toLowerCase(Locale.ROOT).contains("tif");
    }

    private static int of(IIOMetadata metadata) {
        Element tree = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        NodeList fields = tree.getElementsByTagName("TIFFField");
        for (int i = 0; i < fields.getLength(); i++) {
            Element field = (Element) fields.item(i);
            NodeList values = field.getElementsByTagName("TIFFShort");
            if (field.getAttribute("number").equals(TAG) && values.getLength() == 1) {
                return Integer.parseInt(((Element) values.item(0)).getAttribute("value"));
            }
        }
        return UPRIGHT;
    }

    private static BufferedImage turned(BufferedImage picture, int orientation) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        boolean lying = orientation >= FIRST_LYING;
        BufferedImage turned =
                new BufferedImage(
                        lying ? height : width, lying ? width : height, picture.getType());
        int right = width - 1;
        int low = height - 1;
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                int colour =
                        switch (orientation) {
                            case 2 -> picture.getRGB(right - x, y);
                            case 3 -> picture.getRGB(right - x, low - y);
                            case 4 -> picture.getRGB(x, low - y);
                            case 5 -> picture.getRGB(y, x);
                            case 6 -> picture.getRGB(y, low - x);
                            case 7 -> picture.getRGB(right - y, low - x);
                            default -> picture.getRGB(right - y, x);
                        };
                turned.setRGB(x, y, colour);
            }
        }
        return turned;
    }
}
