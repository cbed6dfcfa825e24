package dev.byline.access.key;

import dev.byline.access.Role;
import dev.byline.platform.address.Network;
import dev.byline.platform.problem.Flaw;
import dev.byline.platform.problem.Flaws;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a new key is to be. */
record ApiKeyInput(
        @NotBlank
                @Size(max = 100)
                @Schema(description = "Who or what uses the key", examples = "Wire importer")
                String name,
        @NotEmpty @Size(max = 4) @Schema(description = "What it is for") List<@NotNull Role> roles,
        @Future @Schema(description = "When it ends by itself; never without") Instant expiresAt,
        @Size(max = 50)
                @Schema(
                        description =
                                "Networks (CIDR) or addresses that it is good from; everywhere without",
                        examples = "[\"203.0.113.0/24\"]")
                List<@NotNull @Size(max = 43) String> allowedNetworks) {

    private static final String NO_NETWORK =
            "must be a network such as 203.0.113.0/24, with no bit set behind its prefix";

    /** The networks; those that are none are a problem. */
    List<Network> networks() {
        Flaws flaws = new Flaws();
        List<Network> networks = new ArrayList<>();
        List<String> given = allowedNetworks == null ? List.of() : allowedNetworks;
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/allowedNetworks/" + i;
            Network.parse(given.get(i))
                    .ifPresentOrElse(
                            networks::add, () -> flaws.at(pointer, Flaw.MALFORMED, NO_NETWORK));
        }
        flaws.refuse();
        return networks;
    }
}
