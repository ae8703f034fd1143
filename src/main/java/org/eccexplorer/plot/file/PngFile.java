package org.eccexplorer.plot.file;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as a PNG, which may know how large it is on paper. No temporary file is made for it.
 */
public final class PngFile {
    private static final String FORMAT = "javax_imageio_png_1.0";
    private static final double INCHES_PER_METRE = 1 / 0.0254;

    private PngFile() {}

    /** Writes a picture of no certain size. */
    public static void write(OutputStream out, BufferedImage picture) throws IOException {
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(picture, "png", stream);
        }
    }

    /**
     * Writes a picture.
     *
     * @param perInch pixels per inch of paper
     */
    static void write(OutputStream out, BufferedImage picture, int perInch) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            IIOMetadata metadata =
                    writer.getDefaultImageMetadata(
                            ImageTypeSpecifier.createFromRenderedImage(picture), parameters);
            String perMetre = String.valueOf(Math.round(perInch * INCHES_PER_METRE));
            IIOMetadataNode size = new IIOMetadataNode("pHYs");
            size.setAttribute("pixelsPerUnitXAxis", perMetre);
            size.setAttribute("pixelsPerUnitYAxis", perMetre);
            size.setAttribute("unitSpecifier", "meter");
            IIOMetadataNode root = new IIOMetadataNode(FORMAT);
            root.appendChild(size);
            metadata.mergeTree(FORMAT, root);
            writer.setOutput(stream);
            writer.write(metadata, new IIOImage(picture, null, metadata), parameters);
        } finally {
            writer.dispose();
        }
    }
}
