package dev.byline.demo;

import dev.byline.media.metadata.Attribution;
import dev.byline.media.metadata.Attribution.Creator;
import dev.byline.media.metadata.Attribution.Licence;
import dev.byline.media.metadata.CreditWriter;
import dev.byline.media.metadata.Credits;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Draws the pictures of the demonstration newspaper and writes them, with their credit inside, to
 * where the application finds them. Run by hand when a picture changes; the files are committed.
 */
public final class DrawPictures {

    static final Path FOLDER = Path.of("src/main/resources/demo/pictures");

    // Large enough to look at, small enough that the first start makes all renditions in seconds.
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final float QUALITY = 0.86f;

    /** A picture of the newspaper. */
    record Picture(
            String name,
            Supplier<BufferedImage> scene,
            String headline,
            String caption,
            String alt) {}

    static final List<Picture> PICTURES =
            List.of(
                    new Picture(
                            "flood",
                            Scenes::flood,
                            "Eelmarket under water",
                            "Eelmarket at dusk: two neighbours row past houses that stand to their sills in the river Ald.",
                            "Illustration: a row of colourful gabled houses standing in still water; two people in a red boat"),
                    new Picture(
                            "cranes",
                            Scenes::cranes,
                            "Evening shift at the container quay",
                            "A container ship leaves the old quay of Varnholt as the evening shift begins.",
                            "Illustration: a loaded container ship before four gantry cranes and a low sun"),
                    new Picture(
                            "ferry",
                            Scenes::ferry,
                            "A Norrey ferry in the Strait",
                            "A Norrey ferry on its way across the Strait.",
                            "Illustration: a white ferry with an orange funnel at sea, gulls above it"),
                    new Picture(
                            "football",
                            Scenes::football,
                            "In the net",
                            "Three minutes from penalties: the ball that won the Strait Cup.",
                            "Illustration: a football in the net of a goal, a full stand under floodlights behind it"),
                    new Picture(
                            "gate",
                            Scenes::gate,
                            "Gate three",
                            "Gate three of the Varnholt barrier, with the gauge that read 3.42 metres.",
                            "Illustration: a red lock gate in the rain, two people in yellow coats on top, a water gauge beside it"),
                    new Picture(
                            "seagrass",
                            Scenes::seagrass,
                            "A meadow under water",
                            "Thirty-one hectares of seagrass grow where Northquay is to be dredged.",
                            "Illustration: long green seagrass under clear water, silver fish above it"),
                    new Picture(
                            "abyss",
                            Scenes::abyss,
                            "Above Hollow Ridge",
                            "The Sandpiper lowers its camera towards Hollow Ridge.",
                            "Illustration: a small red research ship; far below it a lit camera between glowing jellyfish"),
                    new Picture(
                            "opera",
                            Scenes::opera,
                            "The Salt Wife",
                            "A moon of gauze and a stage of salt: the second act at Rope Hall.",
                            "Illustration: a woman in white on a stage, arms raised before a huge moon, red curtains at the sides"),
                    new Picture(
                            "bridges",
                            Scenes::bridges,
                            "Nine bridges, one night",
                            "On the last night of the festival lanterns float under all the bridges of the Ald.",
                            "Illustration: stone bridges one behind the other at night, lanterns floating on the river"),
                    new Picture(
                            "assembly",
                            Scenes::assembly,
                            "Thirty-three of sixty-one",
                            "The 61 seats of the City Assembly of Varnholt, as they voted: 33 to 28.",
                            "Illustration: a half-circle of seated figures in two colours before a row of columns"),
                    new Picture(
                            "rowing",
                            Scenes::rowing,
                            "Eights on the upper Ald",
                            "Three eights on the upper Ald, seen from above.",
                            "Illustration: three rowing boats with eight oars each, seen from above on turquoise water"),
                    new Picture(
                            "wheels",
                            Scenes::wheels,
                            "The tide machine",
                            "Seven of the ninety-one wheels, and the line that they draw: high water in Varnholt.",
                            "Illustration: brass cogwheels of several sizes that mesh, a white wave line below them"));

    private static final Attribution ATTRIBUTION =
            new Attribution(
                    "Varnholt Tideline",
                    List.of(new Creator("Drawing Desk", "illustrator")),
                    "Varnholt Tideline",
                    "No rights reserved",
                    null,
                    "Drawn by a program for the demonstration of Byline; free for any use.",
                    new Licence(
                            "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/", null),
                    false,
                    "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia");

    private DrawPictures() {}

    public static void main(String[] args) throws IOException {
        Files.createDirectories(FOLDER);
        for (Picture picture : PICTURES) {
            Files.write(FOLDER.resolve(picture.name() + ".jpg"), file(picture));
        }
    }

    static byte[] file(Picture picture) throws IOException {
        return CreditWriter.embed(
                jpeg(scaled(picture.scene().get())),
                new Credits(ATTRIBUTION, picture.headline(), picture.caption(), picture.alt()));
    }

    private static BufferedImage scaled(BufferedImage scene) {
        BufferedImage scaled = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(scene, 0, 0, WIDTH, HEIGHT, null);
        pen.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
