import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws a JPEG with as much detail as a photograph: java bench/Picture.java 4000x3000 picture.jpg. */
class Picture {

    public static void main(String[] args) throws Exception {
        String[] size = args[0].split("x");
        int width = Integer.parseInt(size[0]);
        int height = Integer.parseInt(size[1]);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(30, 90, 180), 0, height, new Color(250, 180, 90)));
        g.fillRect(0, 0, width, height);
        Random random = new Random(1);
        for (int i = 0; i < 60_000; i++) {
            g.setColor(new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), 60));
            int length = 5 + random.nextInt(width / 60);
            g.fillOval(random.nextInt(width), height / 3 + random.nextInt(height), length, length / 3 + 1);
        }
        g.dispose();
        ImageIO.write(image, "jpeg", new File(args[1]));
    }
}
