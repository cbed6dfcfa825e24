package dev.byline.platform.address;

import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** IP addresses as text; no name is ever looked up. */
public final class Addresses {

    private static final int V4_BLOCK = 24;
    private static final int V6_BLOCK = 48;
    private static final int V6_CUSTOMER = 64;

    private Addresses() {}

    /** The address that a text spells; one of version 4 in the dress of version 6 is the former. */
    public static Optional<InetAddress> parse(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
        return bytes == null ? Optional.empty() : Optional.of(of(bytes));
    }

    /** The part of an address that may be kept: its /24, or /48, as {@code 203.0.113.0/24}. */
    public static String block(InetAddress address) {
        return Network.around(address, address instanceof Inet4Address ? V4_BLOCK : V6_BLOCK)
                .toString();
    }

    /**
     * What limits count by: the /24, or the /64 that one line of a provider has. Longer than what
     * may be kept, so only for memory and keyed hashes.
     */
    public static String customer(InetAddress address) {
        return Network.around(address, address instanceof Inet4Address ? V4_BLOCK : V6_CUSTOMER)
                .toString();
    }

    static InetAddress of(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("An address has 4 or 16 bytes", e);
        }
    }
}
