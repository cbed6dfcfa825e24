package dev.byline.demo;

import static dev.byline.demo.Brush.HEIGHT;
import static dev.byline.demo.Brush.WIDTH;
import static dev.byline.demo.Brush.color;
import static dev.byline.demo.Brush.path;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The pictures of the demonstration newspaper, as posters. */
final class Scenes {

    private static final Color INK = color(0x14213d);

    private Scenes() {}

    /** Gabled houses in the dusk, standing in the water that mirrors them. */
    static BufferedImage flood() {
        Brush b = new Brush(1);
        int line = 640;
        b.sky(0x1d3557, 0xf4a261, line).glow(0xffe8c2, 0.7, 1050, 560, 420);
        for (int i = 0; i < 5; i++) {
            b.ridge(color(0x26324f, 0.25), 520 + i * 18, 14, 160 + i * 40, i * 1.7);
        }
        int[] walls = {
            0x9d4b3d, 0xc9ada7, 0x457b9d, 0xe0a458, 0x6d597a, 0x84a98c, 0xb56576, 0x355070
        };
        for (int i = 0, x = -30; x < WIDTH; i++) {
            int width = 130 + b.random.nextInt(50);
            int top = 300 + b.random.nextInt(130);
            house(b, x, top, width, line, color(walls[i % walls.length]));
            x += width + 4;
        }
        b.mirror(line, color(0x1d3557, 0.38));
        b.ripples(color(0xffe8c2, 0.25), line + 10, HEIGHT, 170);
        b.box(color(0x3d2c1e, 0.45), 0, line - 26, WIDTH, 26);
        b.polygon(color(0xe63946), 560, 770, 860, 770, 820, 822, 600, 822);
        b.line(color(0xf1faee), 5, 580, 786, 842, 786);
        b.round(INK, 640, 706, 26, 70, 22).disc(color(0xf2cc8f), 653, 694, 15);
        b.round(color(0xf2cc8f), 730, 700, 28, 74, 22).disc(color(0x8d5b4c), 744, 688, 15);
        b.line(color(0x3d2c1e), 6, 768, 690, 846, 862);
        return b.printed();
    }

    private static void house(Brush b, int x, int top, int width, int bottom, Color wall) {
        b.box(wall, x, top + 70, width, bottom - top - 70);
        Path2D gable = path(false, x, top + 70);
        for (int step = 0; step < 4; step++) {
            double inset = width * 0.11 * step;
            gable.lineTo(x + inset, top + 70 - step * 22);
            gable.lineTo(x + inset, top + 70 - (step + 1) * 22);
        }
        for (int step = 3; step >= 0; step--) {
            double inset = width - width * 0.11 * step;
            gable.lineTo(x + inset, top + 70 - (step + 1) * 22);
            gable.lineTo(x + inset, top + 70 - step * 22);
        }
        gable.closePath();
        b.fill(wall.darker(), gable);
        for (int row = top + 96; row < bottom - 50; row += 74) {
            for (int column = 0; column < 3; column++) {
                boolean lit = b.random.nextInt(3) == 0;
                double wx = x + width * (0.14 + 0.27 * column);
                b.round(
                        lit ? color(0xffd166) : color(0x14213d, 0.75),
                        wx,
                        row,
                        width * 0.18,
                        46,
                        8);
                b.line(
                        color(0xf1faee, 0.7),
                        2,
                        wx + width * 0.09,
                        row,
                        wx + width * 0.09,
                        row + 46);
            }
        }
    }

    /** Gantry cranes before the evening sun. */
    static BufferedImage cranes() {
        Brush b = new Brush(2);
        b.sky(0x2b2d6e, 0xff9f5a, 660).glow(0xfff1c9, 0.95, 930, 560, 520);
        b.disc(color(0xfff1c9), 930, 560, 92);
        for (int i = 0; i < 6; i++) {
            b.round(color(0xffd6a5, 0.3), 120 + i * 210, 150 + (i * 83) % 190, 260, 14, 14);
        }
        b.box(color(0x3b2f54), 0, 600, WIDTH, 66);
        b.fade(660, 300, 0xe07a5f, 0x1d1a3a);
        b.ripples(color(0xfff1c9, 0.35), 670, HEIGHT, 220);
        for (int i = 0; i < 4; i++) {
            crane(b, 130 + i * 330, 600, 1 - i * 0.04, color(i % 2 == 0 ? 0x1b1b3a : 0x27224d));
        }
        int[] boxes = {0xe63946, 0x2a9d8f, 0xe9c46a, 0x457b9d, 0xf4a261, 0xf1faee};
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 13 - row; column++) {
                b.box(
                        color(boxes[b.random.nextInt(boxes.length)]),
                        330 + column * 58,
                        672 - row * 27,
                        54,
                        24);
            }
        }
        b.polygon(color(0x12122b), 250, 700, 1190, 700, 1120, 790, 310, 790);
        b.box(color(0xf1faee), 1090, 596, 64, 104).box(color(0xe63946), 1106, 560, 26, 36);
        b.line(color(0xe63946), 7, 268, 722, 1172, 722);
        return b.printed();
    }

    private static void crane(Brush b, double x, double ground, double scale, Color color) {
        double high = 400 * scale;
        for (double leg : new double[] {0, 90}) {
            b.line(color, 13, x + leg, ground, x + leg, ground - high);
        }
        b.line(color, 9, x, ground - high * 0.45, x + 90, ground - high * 0.45);
        b.line(color, 7, x, ground, x + 90, ground - high * 0.45);
        b.line(color, 15, x - 120, ground - high, x + 230, ground - high);
        b.line(color, 5, x + 45, ground - high - 90, x + 228, ground - high);
        b.line(color, 5, x + 45, ground - high - 90, x - 118, ground - high);
        b.line(color, 9, x + 45, ground - high, x + 45, ground - high - 92);
        b.line(color, 3, x + 170, ground - high, x + 170, ground - high * 0.62);
        b.box(color, x + 146, ground - high * 0.62, 48, 20);
        b.box(color, x - 108, ground - high, 46, 40);
    }

    /** A ferry on the open strait, gulls above it. */
    static BufferedImage ferry() {
        Brush b = new Brush(3);
        b.sky(0x8ecae6, 0xfdf0d5, 560).glow(0xffffff, 0.8, 300, 230, 320);
        b.ridge(color(0x9db4c0), 520, 16, 210, 0.4).ridge(color(0x5c6b73), 548, 10, 130, 2);
        b.fade(566, 394, 0x219ebc, 0x023047);
        b.polygon(color(0x023047), 300, 640, 1210, 640, 1140, 742, 380, 742);
        b.polygon(color(0xfb8500), 316, 664, 1196, 664, 1180, 688, 334, 688);
        b.round(color(0xffffff), 380, 540, 760, 102, 26)
                .round(color(0xffffff), 460, 462, 560, 90, 24);
        b.round(color(0xe9ecef), 840, 398, 170, 70, 18);
        for (int i = 0; i < 16; i++) {
            b.disc(color(0x023047), 416 + i * 46, 598, 11);
        }
        for (int i = 0; i < 10; i++) {
            b.round(color(0x8ecae6), 486 + i * 52, 488, 34, 32, 6);
        }
        b.round(color(0x023047), 862, 416, 128, 26, 6);
        b.polygon(color(0xfb8500), 560, 462, 660, 462, 650, 350, 580, 350);
        b.polygon(color(0x023047), 576, 376, 655, 376, 652, 350, 578, 350);
        for (int i = 0; i < 7; i++) {
            b.glow(0xffffff, 0.5 - i * 0.06, 600 - i * 62, 316 - i * 22, 54 + i * 13);
        }
        for (int i = 0; i < 4; i++) {
            b.ridge(color(0x126782, 0.5), 742 + i * 54, 10 + i * 3, 90 + i * 30, i * 1.3);
        }
        b.ripples(color(0xffffff, 0.4), 736, HEIGHT, 160);
        for (int i = 0; i < 9; i++) {
            double x = 180 + b.random.nextInt(1100);
            double y = 90 + b.random.nextInt(300);
            double wing = 16 + b.random.nextInt(20);
            b.draw(INK, 4, new Arc2D.Double(x - 2 * wing, y, 2 * wing, wing, 20, 140, Arc2D.OPEN));
            b.draw(INK, 4, new Arc2D.Double(x, y, 2 * wing, wing, 20, 140, Arc2D.OPEN));
        }
        return b.printed();
    }

    /** A ball in the net under floodlights. */
    static BufferedImage football() {
        Brush b = new Brush(4);
        b.sky(0x0b132b, 0x1c2541, 560);
        for (int i = 0; i < 2600; i++) {
            int[] crowd = {0x3a506b, 0x5bc0be, 0xe63946, 0xf1faee, 0x1c2541};
            double y = 330 + b.random.nextInt(220);
            b.disc(
                    color(crowd[b.random.nextInt(crowd.length)], 0.5),
                    b.random.nextInt(WIDTH),
                    y,
                    6 + (y - 330) / 60);
        }
        for (int x : new int[] {180, 1260}) {
            b.line(color(0x3a506b), 12, x, 560, x, 130);
            for (int i = 0; i < 12; i++) {
                double lx = x - 66 + i % 4 * 44;
                double ly = 80 + i / 4 * 36;
                b.glow(0xffffff, 0.5, lx, ly, 92).disc(color(0xffffff), lx, ly, 13);
            }
        }
        b.box(color(0x2d6a4f), 0, 550, WIDTH, HEIGHT - 550);
        for (int i = 0; i < 8; i++) {
            b.polygon(
                    color(i % 2 == 0 ? 0x2d6a4f : 0x40916c),
                    -400 + i * 280,
                    960,
                    -120 + i * 280,
                    960,
                    410 + i * 90,
                    550,
                    320 + i * 90,
                    550);
        }
        b.fade(550, 8, 0xf1faee, 0xf1faee);
        for (int i = 0; i <= 22; i++) {
            b.line(color(0xf1faee, 0.35), 2, 330 + i * 35.5, 280, 290 + i * 39, 700);
            double y = 280 + i * 19;
            b.line(color(0xf1faee, 0.35), 2, 330 - i * 1.8, y, 1111 + i * 1.8, y);
        }
        b.line(color(0xffffff), 20, 300, 730, 300, 270)
                .line(color(0xffffff), 20, 1140, 730, 1140, 270);
        b.line(color(0xffffff), 20, 300, 270, 1140, 270);
        b.glow(0xffffff, 0.35, 830, 470, 190);
        ball(b, 830, 470, 92);
        return b.printed();
    }

    private static void ball(Brush b, double x, double y, double r) {
        b.disc(color(0xf8f9fa), x, y, r);
        Area inside = new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        b.pen.setClip(inside);
        pentagon(b, x, y, r * 0.38, 0);
        for (int i = 0; i < 5; i++) {
            double angle = Math.PI * 2 * i / 5 - Math.PI / 2;
            double px = x + Math.cos(angle) * r * 0.95;
            double py = y + Math.sin(angle) * r * 0.95;
            pentagon(b, px, py, r * 0.36, Math.PI);
            b.line(
                    color(0x212529),
                    4,
                    x + Math.cos(angle) * r * 0.38,
                    y + Math.sin(angle) * r * 0.38,
                    px,
                    py);
        }
        b.glow(0x000000, 0.35, x + r * 0.6, y + r * 0.75, r * 1.1);
        b.pen.setClip(null);
    }

    private static void pentagon(Brush b, double x, double y, double r, double turn) {
        double[] points = new double[10];
        for (int i = 0; i < 5; i++) {
            double angle = Math.PI * 2 * i / 5 - Math.PI / 2 + turn;
            points[2 * i] = x + Math.cos(angle) * r;
            points[2 * i + 1] = y + Math.sin(angle) * r;
        }
        b.polygon(color(0x212529), points);
    }

    /** A lock gate that holds the high water back, and the gauge beside it. */
    static BufferedImage gate() {
        Brush b = new Brush(5);
        b.sky(0x5f6f81, 0xd9dde2, 420);
        for (int i = 0; i < 4; i++) {
            b.ridge(color(0x4a5968, 0.2), 150 + i * 60, 34, 190 - i * 20, i * 2);
        }
        b.fade(400, 560, 0x3d5a6c, 0x1b2f3b);
        for (int i = 0; i < 7; i++) {
            b.ridge(color(0x6f93a6, 0.22), 420 + i * 22, 9 + i * 2, 60 + i * 12, i * 1.1);
        }
        b.box(color(0x8d99ae), 0, 330, 330, 630).box(color(0x8d99ae), 1110, 330, 330, 630);
        for (int y = 360; y < HEIGHT; y += 52) {
            b.line(color(0x6c7a8d), 3, 0, y, 330, y).line(color(0x6c7a8d), 3, 1110, y, WIDTH, y);
        }
        b.box(color(0x7f1d1d), 330, 380, 780, 580);
        for (int i = 0; i < 7; i++) {
            b.box(color(0xb91c1c), 344 + i * 110, 394, 92, 566);
            for (int y = 420; y < HEIGHT; y += 46) {
                b.disc(color(0x7f1d1d), 356 + i * 110, y, 6)
                        .disc(color(0x7f1d1d), 424 + i * 110, y, 6);
            }
        }
        b.box(color(0x450a0a), 330, 372, 780, 26);
        b.box(color(0xf8f9fa), 1170, 380, 96, 580);
        for (int i = 0; i < 24; i++) {
            boolean metre = i % 5 == 0;
            b.box(color(metre ? 0xd00000 : 0x212529), 1170, 396 + i * 24, metre ? 70 : 36, 12);
        }
        b.fade(800, 160, 0x284b5c, 0x142833);
        for (int i = 0; i < 4; i++) {
            b.ridge(color(0x8fb4c7, 0.35), 806 + i * 36, 8, 70 + i * 20, i * 1.9);
        }
        for (int i = 0; i < 260; i++) {
            double x = b.random.nextInt(WIDTH + 200) - 100;
            double y = b.random.nextInt(HEIGHT);
            b.line(color(0xffffff, 0.22), 2, x, y, x - 12, y + 44);
        }
        for (int i = 0; i < 2; i++) {
            double x = 470 + i * 90;
            b.round(color(0xffc300), x, 268, 56, 108, 34).disc(color(0xffc300), x + 28, 252, 27);
            b.disc(color(0x8d5b4c), x + 28, 256, 15);
            b.box(color(0xf8f9fa), x, 318, 56, 9);
        }
        return b.printed();
    }

    /** A meadow of seagrass, seen from below the surface. */
    static BufferedImage seagrass() {
        Brush b = new Brush(6);
        b.sky(0xb8f2e6, 0x0a4c5c, HEIGHT);
        for (int i = 0; i < 8; i++) {
            double x = 60 + i * 190;
            b.polygon(color(0xffffff, 0.09), x, 0, x + 90, 0, x + 330, HEIGHT, x + 90, HEIGHT);
        }
        b.ridge(color(0x083d4a), 830, 26, 190, 1).ridge(color(0x052f38), 880, 20, 120, 3);
        for (int layer = 0; layer < 3; layer++) {
            int[] greens = {0x2a6f5a, 0x3a8f5c, 0x74b866};
            for (int i = 0; i < 130; i++) {
                double x = b.random.nextInt(WIDTH);
                double high = 220 + b.random.nextInt(260) - layer * 40;
                double lean = 50 + b.random.nextInt(90);
                Path2D blade = new Path2D.Double();
                double foot = HEIGHT - 30 + layer * 20;
                blade.moveTo(x - 7, foot);
                blade.curveTo(
                        x - 10,
                        foot - high * 0.5,
                        x + lean,
                        foot - high * 0.6,
                        x + lean,
                        foot - high);
                blade.curveTo(
                        x + lean + 6, foot - high * 0.6, x + 9, foot - high * 0.5, x + 9, foot);
                blade.closePath();
                b.fill(color(greens[layer], 0.55 + layer * 0.2), blade);
            }
        }
        for (int i = 0; i < 26; i++) {
            double x = 150 + b.random.nextInt(1150);
            double y = 190 + b.random.nextInt(300);
            double size = 15 + b.random.nextInt(16);
            Color silver = color(0xf1faee, 0.85);
            b.fill(silver, new Ellipse2D.Double(x - size * 1.5, y - size * 0.5, size * 3, size));
            b.polygon(
                    silver,
                    x + size,
                    y,
                    x + size * 2.1,
                    y - size * 0.7,
                    x + size * 2.1,
                    y + size * 0.7);
            b.disc(INK, x - size, y - size * 0.08, size * 0.13);
        }
        for (int i = 0; i < 60; i++) {
            b.draw(
                    color(0xffffff, 0.4),
                    2,
                    new Ellipse2D.Double(b.random.nextInt(WIDTH), b.random.nextInt(700), 8, 8));
        }
        return b.printed();
    }

    /** A research vessel above, and far below what it found. */
    static BufferedImage abyss() {
        Brush b = new Brush(7);
        b.sky(0xffd6a5, 0xfdffb6, 190).fade(180, 780, 0x1d6fa3, 0x02040f);
        b.polygon(color(0xd62828), 560, 150, 900, 150, 866, 200, 590, 200);
        b.box(color(0xf1faee), 640, 104, 150, 46).box(color(0xf1faee), 680, 70, 70, 36);
        b.line(INK, 5, 715, 70, 715, 22).line(INK, 5, 860, 150, 900, 60);
        b.line(color(0xf1faee, 0.55), 2, 900, 60, 900, 640);
        b.glow(0xfff3b0, 0.75, 900, 690, 330);
        b.round(color(0xffb703), 862, 636, 76, 60, 22).disc(color(0x8ecae6), 888, 668, 16);
        b.polygon(color(0xfff3b0, 0.18), 866, 690, 934, 690, 1130, 900, 670, 900);
        for (int i = 0; i < 4; i++) {
            b.ridge(
                    color(0x050a1a, 0.55 + i * 0.1),
                    800 + i * 34,
                    44 - i * 6,
                    130 + i * 60,
                    i * 2.1);
        }
        int[] lights = {0x80ffdb, 0xff70a6, 0xffd670, 0x9bf6ff, 0xcdb4fe};
        for (int i = 0; i < 7; i++) {
            double x = 120 + i * 190 + b.random.nextInt(60);
            double y = 420 + b.random.nextInt(330);
            jelly(b, x, y, 30 + b.random.nextInt(26), lights[i % lights.length]);
        }
        for (int i = 0; i < 150; i++) {
            b.disc(
                    color(lights[i % lights.length], 0.5),
                    b.random.nextInt(WIDTH),
                    330 + b.random.nextInt(600),
                    1 + b.random.nextInt(3));
        }
        return b.printed();
    }

    private static void jelly(Brush b, double x, double y, double r, int rgb) {
        b.glow(rgb, 0.4, x, y, r * 2.6);
        b.fill(color(rgb, 0.75), new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, 0, 180, Arc2D.CHORD));
        for (int i = 0; i < 5; i++) {
            double tx = x - r * 0.8 + i * r * 0.4;
            Path2D arm = new Path2D.Double();
            arm.moveTo(tx, y);
            arm.curveTo(tx + 14, y + r, tx - 14, y + r * 1.6, tx + 6, y + r * 2.5);
            b.draw(color(rgb, 0.6), 3, arm);
        }
    }

    /** A lone figure on a stage, a moon of gauze behind it. */
    static BufferedImage opera() {
        Brush b = new Brush(8);
        b.sky(0x10002b, 0x3c096c, 700).glow(0xe0aaff, 0.5, 720, 350, 520);
        b.disc(color(0xfff3e0), 720, 350, 230).disc(color(0xffe0b2, 0.5), 660, 300, 46);
        b.disc(color(0xffe0b2, 0.5), 800, 420, 66);
        for (int i = 0; i < 5; i++) {
            b.ridge(color(0x7b2cbf, 0.3), 560 + i * 42, 20, 110 + i * 20, i * 1.4);
        }
        b.fade(760, 200, 0x240046, 0x10002b);
        b.fill(color(0xfff3e0, 0.22), new Ellipse2D.Double(470, 770, 500, 110));
        Path2D dress = new Path2D.Double();
        dress.moveTo(706, 560);
        dress.curveTo(690, 680, 610, 760, 560, 824);
        dress.curveTo(660, 846, 790, 846, 884, 824);
        dress.curveTo(830, 760, 750, 680, 736, 560);
        dress.closePath();
        b.fill(color(0xf8f9fa), dress).disc(color(0x3d2c1e), 721, 528, 27);
        b.line(color(0xf8f9fa), 15, 710, 588, 610, 520)
                .line(color(0xf8f9fa), 15, 732, 588, 836, 508);
        for (int side = 0; side < 2; side++) {
            for (int i = 0; i < 6; i++) {
                double x = side == 0 ? i * 44 : WIDTH - 44 - i * 44;
                double low = HEIGHT - Math.pow(i, 1.7) * 26;
                b.round(color(i % 2 == 0 ? 0x9d0208 : 0xd00000), x, -20, 48, low, 40);
            }
        }
        for (int i = 0; i < 11; i++) {
            b.fill(
                    color(i % 2 == 0 ? 0xd00000 : 0x9d0208),
                    new Arc2D.Double(i * 134 - 20, -140, 140, 250, 180, 180, Arc2D.CHORD));
        }
        for (int i = 0; i < 15; i++) {
            double x = 50 + i * 96;
            b.disc(color(0x03010a), x, 930 - i % 2 * 12, 34)
                    .round(color(0x03010a), x - 52, 950, 104, 60, 40);
        }
        return b.printed();
    }

    /** Bridge behind bridge at night, with lanterns. */
    static BufferedImage bridges() {
        Brush b = new Brush(9);
        int line = 690;
        b.sky(0x03071e, 0x14438a, line);
        for (int i = 0; i < 170; i++) {
            b.disc(color(0xffffff, 0.7), b.random.nextInt(WIDTH), b.random.nextInt(420), 1.4);
        }
        for (int bridge = 8; bridge >= 0; bridge--) {
            double near = 1 - bridge / 11.0;
            double deck = line - 70 - near * 190 - bridge * 14;
            double arch = 90 + near * 240;
            Color stone = color(0x1b263b + bridge * 0x080a0e);
            Area wall = new Area(new Rectangle2D.Double(0, deck, WIDTH, line - deck));
            for (double x = (bridge % 2 - 1) * arch * 0.6; x < WIDTH; x += arch * 1.16) {
                wall.subtract(
                        new Area(
                                new Ellipse2D.Double(
                                        x, deck + 18 + near * 12, arch, (line - deck) * 2)));
            }
            b.fill(stone, wall);
            for (double x = arch * 0.3; x < WIDTH; x += arch * 0.6) {
                b.glow(0xffb703, 0.65, x, deck - 16 * near, 52 * near + 8);
                b.disc(color(0xfff3b0), x, deck - 16 * near, 3 + 5 * near);
            }
        }
        b.mirror(line, color(0x03071e, 0.35));
        b.ripples(color(0xffd166, 0.3), line + 8, HEIGHT, 160);
        for (int i = 0; i < 16; i++) {
            double x = 90 + b.random.nextInt(1260);
            double y = line + 60 + b.random.nextInt(190);
            b.glow(0xff9f1c, 0.7, x, y, 62).round(color(0xffbf69), x - 11, y - 20, 22, 26, 8);
        }
        return b.printed();
    }

    /** An assembly of sixty-one seats, thirty-three of them lit. */
    static BufferedImage assembly() {
        Brush b = new Brush(10);
        b.sky(0xfefae0, 0xf3e9d2, HEIGHT);
        for (int i = 0; i < 9; i++) {
            double x = 60 + i * 165;
            b.box(color(0xe3d5b8), x, 60, 70, 520).box(color(0xd4c29c), x - 14, 40, 98, 26);
            b.box(color(0xd4c29c, 0.7), x + 50, 66, 14, 514);
        }
        b.fade(580, 380, 0xbc6c25, 0x7f4f24);
        int seat = 0;
        int[] rows = {9, 13, 17, 22};
        for (int row = 0; row < rows.length; row++) {
            double radius = 210 + row * 100;
            for (int i = 0; i < rows[row]; i++) {
                double angle = Math.PI * (i + 0.5) / rows[row];
                double x = 720 - Math.cos(angle) * radius * 1.12;
                double y = 870 - Math.sin(angle) * radius;
                boolean yes = i < Math.round(rows[row] * 33 / 61.0);
                Color party = color(yes ? 0x1d3557 : 0xe07a5f);
                b.fill(color(0x000000, 0.18), new Ellipse2D.Double(x - 30, y + 24, 60, 18));
                b.round(party, x - 24, y - 6, 48, 44, 26).disc(party, x, y - 22, 18);
                seat++;
            }
        }
        if (seat != 61) {
            throw new IllegalStateException("The Assembly has 61 seats, not " + seat);
        }
        b.round(color(0x432818), 600, 850, 240, 110, 20)
                .round(color(0x6f4518), 620, 866, 200, 20, 10);
        b.disc(color(0xf2cc8f), 720, 800, 26).round(color(0x432818), 684, 822, 72, 60, 34);
        return b.printed();
    }

    /** Three rowing boats from above. */
    static BufferedImage rowing() {
        Brush b = new Brush(11);
        b.sky(0x118ab2, 0x06d6a0, HEIGHT);
        for (int i = 0; i < 14; i++) {
            b.ridge(color(0xffffff, 0.05), i * 72, 16, 150 + i * 11, i * 1.7);
        }
        AffineTransform before = b.pen.getTransform();
        int[] shells = {0xef476f, 0xffd166, 0x073b4c};
        for (int boat = 0; boat < 3; boat++) {
            b.pen.rotate(-0.32, 720, 480);
            b.pen.translate(boat * 150 - 130, boat * 280 - 280);
            b.fill(color(0x000000, 0.15), new Ellipse2D.Double(260, 470, 960, 58));
            b.fill(color(shells[boat]), new Ellipse2D.Double(250, 452, 960, 54));
            b.fill(color(0xfdf0d5), new Ellipse2D.Double(310, 466, 830, 26));
            for (int i = 0; i < 8; i++) {
                double x = 400 + i * 84;
                double reach = i % 2 == 0 ? -150 : 150;
                b.line(color(0xfdf0d5), 6, x, 479, x + 62, 479 + reach);
                b.round(color(0xffffff), x + 46, 479 + reach - 9, 42, 18, 12);
                b.disc(color(0xffffff, 0.5), x + 74, 479 + reach * 1.14, 12);
                b.round(color(shells[boat]), x - 18, 461, 36, 36, 22)
                        .disc(color(0x8d5b4c), x - 4, 479, 12);
            }
            b.disc(color(0x073b4c), 1092, 479, 15);
            for (int i = 0; i < 9; i++) {
                b.line(
                        color(0xffffff, 0.3),
                        3,
                        230 - i * 34,
                        462 - i * 7,
                        196 - i * 34,
                        458 - i * 7);
                b.line(
                        color(0xffffff, 0.3),
                        3,
                        230 - i * 34,
                        496 + i * 7,
                        196 - i * 34,
                        500 + i * 7);
            }
            b.pen.setTransform(before);
        }
        return b.printed();
    }

    /** Brass wheels that reckon the tides. */
    static BufferedImage wheels() {
        Brush b = new Brush(12);
        b.sky(0x22333b, 0x0a0908, HEIGHT).glow(0xd5a021, 0.35, 720, 430, 640);
        double[][] wheels = {
            {380, 420, 230, 26},
            {712, 300, 128, 16},
            {960, 520, 250, 30},
            {640, 650, 160, 18},
            {1230, 270, 130, 16},
            {170, 780, 150, 18},
            {1270, 830, 140, 16}
        };
        int[] brass = {0xd5a021, 0xb08968, 0xe6b85c, 0xc98b2b, 0xddb892, 0xb5832c, 0xe0a030};
        for (int i = 0; i < wheels.length; i++) {
            wheel(b, wheels[i], brass[i], i * 0.3);
        }
        Path2D curve = new Path2D.Double();
        curve.moveTo(0, 900);
        for (int x = 0; x <= WIDTH; x += 4) {
            curve.lineTo(x, 890 - 26 * Math.sin(x / 46.0) - 18 * Math.sin(x / 61.0));
        }
        b.draw(color(0xf1faee, 0.9), 5, curve);
        return b.printed();
    }

    private static void wheel(Brush b, double[] at, int rgb, double turn) {
        double x = at[0];
        double y = at[1];
        double r = at[2];
        Area wheel = new Area(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        for (int i = 0; i < at[3]; i++) {
            Area tooth = new Area(new Rectangle2D.Double(x - 12, y - r - 22, 24, 40));
            tooth.transform(
                    AffineTransform.getRotateInstance(turn + Math.PI * 2 * i / at[3], x, y));
            wheel.add(tooth);
        }
        for (int i = 0; i < 6; i++) {
            double angle = turn + Math.PI * 2 * i / 6;
            double hole = r * 0.22;
            double hx = x + Math.cos(angle) * r * 0.58;
            double hy = y + Math.sin(angle) * r * 0.58;
            wheel.subtract(
                    new Area(new Ellipse2D.Double(hx - hole, hy - hole, 2 * hole, 2 * hole)));
        }
        wheel.subtract(
                new Area(new Ellipse2D.Double(x - r * 0.08, y - r * 0.08, r * 0.16, r * 0.16)));
        Area shade = wheel.createTransformedArea(AffineTransform.getTranslateInstance(10, 14));
        b.fill(color(0x000000, 0.4), shade).fill(color(rgb), wheel);
        b.draw(color(0xfff3b0, 0.55), 3, wheel);
        b.draw(
                color(0x3d2c1e, 0.5),
                4,
                new Ellipse2D.Double(x - r * 0.86, y - r * 0.86, r * 1.72, r * 1.72));
    }
}
