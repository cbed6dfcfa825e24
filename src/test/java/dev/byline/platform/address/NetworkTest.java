package dev.byline.platform.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A network")
class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.0.1, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/8, ::ffff:10.0.0.1, true",
        "203.0.113.64/26, 203.0.113.127, true",
        "203.0.113.64/26, 203.0.113.128, false",
        "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false",
        "0.0.0.0/0, 203.0.113.8, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 203.0.113.8, false",
        "2001:db8:1::/48, 2001:db8:1:ffff::1, true",
        "2001:db8:1::/48, 2001:db8:2::1, false",
        "2001:db8::/33, 2001:db8:7fff::, true",
        "2001:db8::/33, 2001:db8:8000::, false",
        "::1, ::1, true"
    })
    @DisplayName("contains the addresses with its prefix, and no others")
    void contains(String network, String address, boolean inside) {
        assertThat(Network.parse(network).orElseThrow().contains(address(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0/8",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0.0/8/8",
                "10.0.0.0/999",
                "2001:db8::1/32",
                "2001:db8::/129",
                "010.0.0.256",
                "167772160",
                " 10.0.0.0/8",
                "10.0.0.0/8\n",
                "fe80::%1"
            })
    @DisplayName("is nothing that is spelt loosely")
    void malformed(String text) {
        assertThat(Network.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.0/24",
        "::ffff:203.0.113.7, 203.0.113.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48"
    })
    @DisplayName("of one address is all of it that is kept")
    void block(String address, String block) {
        assertThat(Addresses.block(address(address))).isEqualTo(block);
    }

    private static InetAddress address(String text) {
        return Addresses.parse(text).orElseThrow();
    }
}
