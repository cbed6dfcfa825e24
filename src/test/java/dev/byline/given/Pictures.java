package dev.byline.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.MultiPartSpecification;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Pictures drawn by code; another seed makes other bytes. */
public final class Pictures {

    private Pictures() {}

    /** A part with JSON in UTF-8; REST Assured alone would write it in the JVM's own encoding. */
    public static MultiPartSpecification json(String name, Object value) {
        return new MultiPartSpecBuilder(value)
                .controlName(name)
                .mimeType("application/json")
                .charset(StandardCharsets.UTF_8)
                .build();
    }

    /** A sky above dark ground, with a red block in the upper left quarter. */
    public static BufferedImage scene(int width, int height, int type, int seed) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D g = image.createGraphics();
        g.setPaint(
                new GradientPaint(
                        0, 0, new Color(30, 90, 180), 0, height, new Color(250, 180, 90)));
        g.fillRect(0, 0, width, height);
        g.setColor(new Color(40, 60, 40));
        g.fillRect(0, height * 3 / 4, width, height);
        g.setColor(Color.RED);
        g.fillRect(width / 8, height / 8, width / 8, height / 8);
        g.setColor(new Color(seed * 2_654_435));
        g.fillRect(width - 20, height - 20, 20, 20);
        g.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height, int seed) {
        return bytes(scene(width, height, BufferedImage.TYPE_INT_RGB, seed), "jpeg");
    }

    public static byte[] png(int width, int height, int seed) {
        return bytes(scene(width, height, BufferedImage.TYPE_INT_RGB, seed), "png");
    }

    /** Half red, half nothing. */
    public static byte[] translucentPng(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        g.fillRect(0, 0, width / 2, height);
        g.dispose();
        return bytes(image, "png");
    }

    public static byte[] bytes(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
