package dev.byline.media.rendition;

/**
 * Scales down with a Lanczos filter, first along the lines and then across them, holding no more
 * lines than the filter is high.
 */
final class Scaler {

    private static final double LOBES = 3;

    /** Delivers a line of the source. */
    interface Source {
        void read(int line, float[] into);
    }

    private final int width;
    private final int height;
    private final int bands;
    private final boolean alpha;
    private final Source source;

    /** {@code alpha}: the last band is transparency, by which the others are weighted. */
    Scaler(int width, int height, int bands, boolean alpha, Source source) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        this.alpha = alpha;
        this.source = source;
    }

    /** A smaller (or the same) picture: the samples of each pixel in the order of the source. */
    byte[] scale(int toWidth, int toHeight) {
        Weights across = new Weights(width, toWidth);
        Weights down = new Weights(height, toHeight);
        float[] line = new float[width * bands];
        float[][] ring = new float[down.longest][toWidth * bands];
        float[] sum = new float[toWidth * bands];
        byte[] result = new byte[toWidth * toHeight * bands];
        int read = 0;
        for (int y = 0; y < toHeight; y++) {
            int end = down.first[y] + down.weights[y].length;
            for (; read < end; read++) {
                source.read(read, line);
                if (alpha) {
                    multiply(line);
                }
                across(line, ring[read % ring.length], across, toWidth);
            }
            down(ring, down.first[y], down.weights[y], sum);
            store(sum, result, y * sum.length);
        }
        return result;
    }

    // Four lines at a time: the sum is fetched and put back less often.
    private static void down(float[][] ring, int first, float[] weights, float[] sum) {
        java.util.Arrays.fill(sum, 0);
        int i = 0;
        for (; i + 4 <= weights.length; i += 4) {
            add(
                    sum,
                    weights[i],
                    ring[(first + i) % ring.length],
                    weights[i + 1],
                    ring[(first + i + 1) % ring.length],
                    weights[i + 2],
                    ring[(first + i + 2) % ring.length],
                    weights[i + 3],
                    ring[(first + i + 3) % ring.length]);
        }
        for (; i < weights.length; i++) {
            add(sum, weights[i], ring[(first + i) % ring.length]);
        }
    }

    private static void add(
            float[] sum,
            float weightA,
            float[] a,
            float weightB,
            float[] b,
            float weightC,
            float[] c,
            float weightD,
            float[] d) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] = sum[x] + weightA * a[x] + weightB * b[x] + weightC * c[x] + weightD * d[x];
        }
    }

    private static void add(float[] sum, float weight, float[] line) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * line[x];
        }
    }

    private void across(float[] line, float[] into, Weights weights, int toWidth) {
        if (bands == Pixels.OPAQUE) {
            acrossColours(line, into, weights, toWidth);
            return;
        }
        for (int x = 0; x < toWidth; x++) {
            float[] row = weights.weights[x];
            int from = weights.first[x] * bands;
            for (int band = 0; band < bands; band++) {
                float value = 0;
                for (int i = 0, at = from + band; i < row.length; i++, at += bands) {
                    value += row[i] * line[at];
                }
                into[x * bands + band] = value;
            }
        }
    }

    // What nearly every picture is: each weight is fetched once for the three samples of a pixel.
    private static void acrossColours(float[] line, float[] into, Weights weights, int toWidth) {
        int to = 0;
        for (int x = 0; x < toWidth; x++) {
            float[] row = weights.weights[x];
            int at = weights.first[x] * Pixels.OPAQUE;
            float first = 0;
            float second = 0;
            float third = 0;
            for (float weight : row) {
                first += weight * line[at];
                second += weight * line[at + 1];
                third += weight * line[at + 2];
                at += Pixels.OPAQUE;
            }
            into[to++] = first;
            into[to++] = second;
            into[to++] = third;
        }
    }

    private void multiply(float[] line) {
        for (int i = 0; i < line.length; i += bands) {
            float share = line[i + bands - 1] / 255;
            for (int band = 0; band < bands - 1; band++) {
                line[i + band] *= share;
            }
        }
    }

    private void store(float[] sum, byte[] into, int at) {
        for (int i = 0; i < sum.length; i++) {
            float value = sum[i];
            if (alpha && i % bands != bands - 1) {
                float share = sum[i - i % bands + bands - 1];
                value = share < 0.5f ? 0 : value * 255 / share;
            }
            into[at + i] = (byte) (value <= 0 ? 0 : value >= 255 ? 255 : (int) (value + 0.5f));
        }
    }

    /** For each pixel of the result: the first of the source that counts, and their weights. */
    private static final class Weights {

        private final int[] first;
        private final float[][] weights;
        private final int longest;

        Weights(int from, int to) {
            first = new int[to];
            weights = new float[to][];
            double ratio = (double) from / to;
            double reach = LOBES * ratio;
            int most = 0;
            for (int i = 0; i < to; i++) {
                double centre = (i + 0.5) * ratio;
                int start = from == to ? i : Math.max(0, (int) Math.ceil(centre - reach - 0.5));
                int end =
                        from == to
                                ? i + 1
                                : Math.min(from, (int) Math.floor(centre + reach - 0.5) + 1);
                float[] row = new float[end - start];
                double total = 0;
                for (int k = 0; k < row.length; k++) {
                    double weight = lanczos((start + k + 0.5 - centre) / ratio);
                    row[k] = (float) weight;
                    total += weight;
                }
                for (int k = 0; k < row.length; k++) {
                    row[k] /= (float) total;
                }
                first[i] = start;
                weights[i] = row;
                most = Math.max(most, row.length);
            }
            longest = most;
        }

        private static double lanczos(double x) {
            if (Math.abs(x) < 1e-9) {
                return 1;
            }
            if (Math.abs(x) >= LOBES) {
                return 0;
            }
            double angle = Math.PI * x;
            return LOBES * Math.sin(angle) * Math.sin(angle / LOBES) / (angle * angle);
        }
    }
}
