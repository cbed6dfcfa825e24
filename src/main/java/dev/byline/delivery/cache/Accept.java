package dev.byline.delivery.cache;

/** Reads {@code Accept} (RFC 9110, 12.5.1) as far as there is nothing to doubt. */
final class Accept {

    private Accept() {}

    /** Whether JSON will do; what is not plain to see is for JAX-RS to decide, and no. */
    static boolean json(String accept) {
        boolean wide = false;
        for (String part : accept.split(",")) {
            String[] range = part.split(";", -1);
            boolean liked = range.length == 1 || range.length == 2 && weighed(range[1].strip());
            switch (range[0].strip()) {
                case "application/json" -> {
                    return liked;
                }
                case "application/*", "*/*" -> wide |= liked;
                default -> {}
            }
        }
        return wide;
    }

    private static boolean weighed(String parameter) {
        return parameter.matches("q=(1(\\.0{0,3})?|0\\.[0-9]{0,2}[1-9])");
    }
}
