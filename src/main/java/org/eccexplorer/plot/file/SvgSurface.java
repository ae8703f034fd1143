package org.eccexplorer.plot.file;

import java.io.OutputStream;
import java.io.Writer;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.eccexplorer.plot.Bounds;
import org.eccexplorer.plot.Colour;
import org.eccexplorer.plot.Dash;
import org.eccexplorer.plot.Surface;
import org.eccexplorer.plot.TextStyle;
import org.eccexplorer.text.Script;
import org.eccexplorer.text.Shown;

/** Writes what is painted as SVG 1.1, texts as texts. */
final class SvgSurface implements Surface {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter xml;
    private final double unit;
    private final String ids;
    private int clips;

    /** Starts a file of a figure whose numbers are points; {@link #close} ends it. */
    static SvgSurface file(OutputStream out, FigureStyle style, String title)
            throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        return new SvgSurface(xml, style, title, "");
    }

    /**
     * Starts a figure inside another document.
     *
     * @param ids what its names begin with, unlike those of other figures there
     */
    static SvgSurface inside(Writer out, FigureStyle style, String title, String ids)
            throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
        return new SvgSurface(xml, style, title, ids);
    }

    private SvgSurface(XMLStreamWriter xml, FigureStyle style, String title, String ids)
            throws XMLStreamException {
        this.xml = xml;
        this.ids = ids;
        unit = style.unit();
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("width", plain(style.width()) + "mm");
        xml.writeAttribute("height", plain(style.height()) + "mm");
        xml.writeAttribute("viewBox", "0 0 " + length(style.across()) + " " + length(style.down()));
        xml.writeAttribute("font-family", ChartFont.FAMILIES);
        xml.writeAttribute("role", "img");
        xml.writeStartElement("title");
        xml.writeCharacters(Shown.line(title));
        xml.writeEndElement();
    }

    void close() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    /** A length in points. */
    private String length(double pixels) {
        return plain(pixels * unit);
    }

    private static String plain(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private String points(double[] x, double[] y, int count) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(length(x[i])).append(',').append(length(y[i])).append(' ');
        }
        return points.toString().trim();
    }

    /** One element with attributes, two strings each. */
    private void element(String name, Colour colour, String paint, String... attributes) {
        try {
            xml.writeEmptyElement(name);
            attributes(colour, paint, attributes);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void attributes(Colour colour, String paint, String... attributes)
            throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], attributes[i + 1]);
        }
        xml.writeAttribute(
                paint,
                String.format(
                        Locale.ROOT, "#%02x%02x%02x", colour.red(), colour.green(), colour.blue()));
        if (colour.alpha() < 1) {
            xml.writeAttribute(paint + "-opacity", plain(colour.alpha()));
        }
    }

    @Override
    public void line(double[] x, double[] y, int count, Colour colour, double width, Dash dash) {
        element(
                "polyline",
                colour,
                "stroke",
                "points",
                points(x, y, count),
                "fill",
                "none",
                "stroke-width",
                length(width),
                "stroke-dasharray",
                dash.lengths().isEmpty()
                        ? "none"
                        : dash.lengths().stream()
                                .map(this::length)
                                .collect(Collectors.joining(" ")));
    }

    @Override
    public void polygon(double[] x, double[] y, int count, Colour colour) {
        element("polygon", colour, "fill", "points", points(x, y, count));
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Colour colour) {
        element(
                "rect",
                colour,
                "fill",
                "x",
                length(x),
                "y",
                length(y),
                "width",
                length(width),
                "height",
                length(height));
    }

    @Override
    public void circle(double x, double y, double radius, Colour colour) {
        element("circle", colour, "fill", "cx", length(x), "cy", length(y), "r", length(radius));
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style, Colour colour) {
        text(text, x, y, align, style, colour, "");
    }

    @Override
    public void textUpwards(
            String text, double x, double y, Align align, TextStyle style, Colour colour) {
        String rotation = "rotate(-90 " + length(x) + " " + length(y) + ")";
        text(text, x, y, align, style, colour, rotation);
    }

    private void text(
            String text,
            double x,
            double y,
            Align align,
            TextStyle style,
            Colour colour,
            String transform) {
        if (text.isBlank()) {
            return;
        }
        String anchor =
                switch (align) {
                    case LEFT -> "start";
                    case CENTRE -> "middle";
                    case RIGHT -> "end";
                };
        try {
            xml.writeStartElement("text");
            attributes(
                    colour,
                    "fill",
                    "x",
                    length(x),
                    "y",
                    length(y),
                    "text-anchor",
                    anchor,
                    "font-size",
                    length(style.size()),
                    "font-weight",
                    style.bold() ? "bold" : "normal");
            if (!transform.isEmpty()) {
                xml.writeAttribute("transform", transform);
            }
            double lowered = 0;
            for (Script part : Script.of(text)) {
                double drop = style.drop(part);
                if (drop == lowered) {
                    xml.writeCharacters(Shown.line(part.text()));
                } else {
                    xml.writeStartElement("tspan");
                    xml.writeAttribute("dy", length(drop - lowered));
                    xml.writeAttribute("font-size", length(style.of(part).size()));
                    xml.writeCharacters(Shown.line(part.text()));
                    xml.writeEndElement();
                }
                lowered = drop;
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void clipped(Bounds bounds, Runnable painting) {
        try {
            String id = ids + "clip" + ++clips;
            xml.writeStartElement("clipPath");
            xml.writeAttribute("id", id);
            xml.writeEmptyElement("rect");
            xml.writeAttribute("x", length(bounds.x()));
            xml.writeAttribute("y", length(bounds.y()));
            xml.writeAttribute("width", length(bounds.width()));
            xml.writeAttribute("height", length(bounds.height()));
            xml.writeEndElement();
            xml.writeStartElement("g");
            xml.writeAttribute("clip-path", "url(#" + id + ")");
            painting.run();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public double textWidth(String text, TextStyle style) {
        return ChartFont.width(text, style);
    }
}
