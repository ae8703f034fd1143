package org.eccexplorer.plot.file;

import java.io.OutputStream;
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

/** Writes what is painted as SVG 1.1, texts as texts. */
final class SvgSurface implements Surface {
    private static final String NAMESPACE = "http://www.w3.org/2000/svg";

    private final XMLStreamWriter xml;
    private int clips;

    /** Starts a picture of this many pixels; {@link #close} ends it. */
    SvgSurface(OutputStream out, int width, int height, String title) throws XMLStreamException {
        xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("svg");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("width", String.valueOf(width));
        xml.writeAttribute("height", String.valueOf(height));
        xml.writeAttribute("viewBox", "0 0 " + width + " " + height);
        xml.writeAttribute("font-family", "Helvetica, Arial, 'DejaVu Sans', sans-serif");
        xml.writeStartElement("title");
        xml.writeCharacters(title);
        xml.writeEndElement();
    }

    void close() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceAll("\\.?0+$", "");
    }

    private static String points(double[] x, double[] y, int count) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < count; i++) {
            points.append(number(x[i])).append(',').append(number(y[i])).append(' ');
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
            xml.writeAttribute(paint + "-opacity", number(colour.alpha()));
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
                number(width),
                "stroke-dasharray",
                dash.lengths().isEmpty()
                        ? "none"
                        : dash.lengths().stream()
                                .map(SvgSurface::number)
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
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height));
    }

    @Override
    public void circle(double x, double y, double radius, Colour colour) {
        element("circle", colour, "fill", "cx", number(x), "cy", number(y), "r", number(radius));
    }

    @Override
    public void text(String text, double x, double y, Align align, TextStyle style, Colour colour) {
        text(text, x, y, align, style, colour, "");
    }

    @Override
    public void textUpwards(
            String text, double x, double y, Align align, TextStyle style, Colour colour) {
        String rotation = "rotate(-90 " + number(x) + " " + number(y) + ")";
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
                    number(x),
                    "y",
                    number(y),
                    "text-anchor",
                    anchor,
                    "font-size",
                    number(style.size()),
                    "font-weight",
                    style.bold() ? "bold" : "normal");
            if (!transform.isEmpty()) {
                xml.writeAttribute("transform", transform);
            }
            xml.writeCharacters(text);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void clipped(Bounds bounds, Runnable painting) {
        try {
            String id = "clip" + ++clips;
            xml.writeStartElement("clipPath");
            xml.writeAttribute("id", id);
            xml.writeEmptyElement("rect");
            xml.writeAttribute("x", number(bounds.x()));
            xml.writeAttribute("y", number(bounds.y()));
            xml.writeAttribute("width", number(bounds.width()));
            xml.writeAttribute("height", number(bounds.height()));
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
        return Graphics2DSurface.width(text, style);
    }
}
