package dev.byline.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/** A few words to draw with; the same words always draw the same picture. */
final class Brush {

    static final int WIDTH = 1440;
    static final int HEIGHT = 960;

    final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    final Graphics2D pen = image.createGraphics();
    final Random random;

    Brush(long seed) {
        random = new Random(seed);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static Color color(int rgb) {
        return new Color(rgb);
    }

    static Color color(int rgb, double opacity) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff, (int) (opacity * 255));
    }

    Brush sky(int top, int bottom, double horizon) {
        pen.setPaint(new GradientPaint(0, 0, color(top), 0, (float) horizon, color(bottom)));
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, horizon));
        return this;
    }

    Brush fade(double y, double height, int top, int bottom) {
        pen.setPaint(
                new GradientPaint(
                        0, (float) y, color(top), 0, (float) (y + height), color(bottom)));
        pen.fill(new Rectangle2D.Double(0, y, WIDTH, height));
        return this;
    }

    Brush fill(Color color, Shape shape) {
        pen.setPaint(color);
        pen.fill(shape);
        return this;
    }

    Brush box(Color color, double x, double y, double width, double height) {
        return fill(color, new Rectangle2D.Double(x, y, width, height));
    }

    Brush round(Color color, double x, double y, double width, double height, double arc) {
        return fill(color, new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    Brush disc(Color color, double x, double y, double radius) {
        return fill(color, new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    Brush line(Color color, double width, double x1, double y1, double x2, double y2) {
        return draw(color, width, new Line2D.Double(x1, y1, x2, y2));
    }

    Brush draw(Color color, double width, Shape shape) {
        pen.setPaint(color);
        pen.setStroke(
                new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
        return this;
    }

    Brush glow(int rgb, double opacity, double x, double y, double radius) {
        pen.setPaint(
                new RadialGradientPaint(
                        (float) x,
                        (float) y,
                        (float) radius,
                        new float[] {0, 1},
                        new Color[] {color(rgb, opacity), color(rgb, 0)}));
        pen.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        return this;
    }

    Brush polygon(Color color, double... points) {
        return fill(color, path(true, points));
    }

    static Path2D path(boolean closed, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    /** Hills or waves: everything below a swinging line. */
    Brush ridge(Color color, double y, double swing, double length, double phase) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 6) {
            path.lineTo(
                    x,
                    y
                            + swing * Math.sin(x / length + phase)
                            + swing * 0.4 * Math.sin(x / length * 2.7 + phase * 3));
        }
        path.lineTo(WIDTH, HEIGHT);
        path.closePath();
        return fill(color, path);
    }

    /** Short bright strokes on water, denser towards the viewer. */
    Brush ripples(Color color, double top, double bottom, int count) {
        for (int i = 0; i < count; i++) {
            double depth = random.nextDouble();
            double y = top + (bottom - top) * depth;
            double length = 20 + 120 * depth * random.nextDouble();
            double x = random.nextDouble() * WIDTH;
            line(color, 1 + 2.5 * depth, x, y, x + length, y);
        }
        return this;
    }

    /** The same picture upside down below a line, darkened: still water. */
    Brush mirror(int line, Color tint) {
        for (int y = line; y < HEIGHT; y++) {
            int from = Math.max(0, line - 1 - (int) ((y - line) * 1.15));
            int shift = (int) (Math.sin(y * 0.35) * (1 + (y - line) * 0.025));
            for (int x = 0; x < WIDTH; x++) {
                int source = Math.min(WIDTH - 1, Math.max(0, x + shift));
                image.setRGB(x, y, image.getRGB(source, from));
            }
        }
        return box(tint, 0, line, WIDTH, HEIGHT - line);
    }

    /** The grain of printed paper. */
    BufferedImage printed() {
        for (int y = 0; y < HEIGHT; y += 2) {
            for (int x = 0; x < WIDTH; x += 2) {
                int grain = random.nextInt(9) - 4;
                for (int i = 0; i < 4; i++) {
                    tone(x + i % 2, y + i / 2, grain);
                }
            }
        }
        pen.dispose();
        return image;
    }

    private void tone(int x, int y, int grain) {
        int rgb = image.getRGB(x, y);
        image.setRGB(
                x,
                y,
                bound((rgb >> 16 & 0xff) + grain) << 16
                        | bound((rgb >> 8 & 0xff) + grain) << 8
                        | bound((rgb & 0xff) + grain));
    }

    private static int bound(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
