package dev.byline.platform.address;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A network in CIDR notation, or a single address. */
public record Network(InetAddress first, int bits) {

    private static final Pattern CIDR = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/([0-9]{1,3}))?");

    /** The network that a text spells: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, {@code ::1}. */
    public static Optional<Network> parse(String text) {
        Matcher matcher = CIDR.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Addresses.parse(matcher.group(1)).flatMap(first -> of(first, matcher.group(2)));
    }

    // With bits beyond the prefix nobody can say whether the prefix or the address is a slip.
    private static Optional<Network> of(InetAddress first, String bits) {
        int all = first.getAddress().length * Byte.SIZE;
        int given = bits == null ? all : Integer.parseInt(bits);
        return given > all || !around(first, given).first.equals(first)
                ? Optional.empty()
                : Optional.of(new Network(first, given));
    }

    /** The network of this size around an address. */
    static Network around(InetAddress address, int bits) {
        byte[] bytes = address.getAddress();
        for (int bit = bits; bit < bytes.length * Byte.SIZE; bit++) {
            bytes[bit / Byte.SIZE] &= (byte) ~(0x80 >> bit % Byte.SIZE);
        }
        return new Network(Addresses.of(bytes), bits);
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && around(address, bits).first.equals(first);
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
