package dev.byline.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.byline.access.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An access token")
class TokensTest {

    private static final String ISSUER = "https://id.example.org/realms/news";
    private static final Signer SIGNER = new Signer(ISSUER);
    private static final Map<Role, List<String>> ROLES =
            Map.of(
                    Role.WRITER, List.of("reporter", "freelance"),
                    Role.EDITOR, List.of("editor"),
                    Role.MODERATOR, List.of("moderator"),
                    Role.ADMIN, List.of("admin"));

    private final Tokens tokens = tokens("roles");

    @Test
    @DisplayName("tells who its holder is and what for")
    void good() {
        String token = SIGNER.sign(SIGNER.claims("u-1", List.of("reporter", "moderator", "boss")));

        assertThat(tokens.holder(token))
                .contains(
                        new Tokens.Holder("u-1", "Jane Doe", Set.of(Role.WRITER, Role.MODERATOR)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS512", "PS256"})
    @DisplayName("may be signed with any asymmetric algorithm")
    void algorithms(String algorithm) {
        String token = SIGNER.sign(claims(), algorithm, SIGNER.keyId(), Map.of());

        assertThat(tokens.holder(token)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS384", "HS512"})
    @DisplayName("that is unsigned, or signed with the public key as a secret, is refused")
    void forged(String algorithm) {
        String token = SIGNER.sign(claims(), algorithm, SIGNER.keyId(), Map.of());

        assertThat(tokens.holder(token)).isEmpty();
    }

    @Test
    @DisplayName("of another issuer or without one is refused")
    void issuer() {
        JwtClaims other = claims();
        other.setIssuer("https://evil.example");
        JwtClaims slash = claims();
        slash.setIssuer(ISSUER + "/");
        JwtClaims none = claims();
        none.unsetClaim("iss");

        assertRefused(other, slash, none);
    }

    @Test
    @DisplayName("for another audience or for none is refused")
    void audience() {
        JwtClaims other = claims();
        other.setAudience("account");
        JwtClaims none = claims();
        none.unsetClaim("aud");
        JwtClaims several = claims();
        several.setAudience("account", Signer.AUDIENCE);

        assertRefused(other, none);
        assertThat(tokens.holder(SIGNER.sign(several))).isPresent();
    }

    @Test
    @DisplayName(
            "before and after its time, without an end, or good for more than a day is refused")
    void time() {
        JwtClaims expired = claims();
        Signer.expire(expired, -1);
        JwtClaims endless = claims();
        endless.unsetClaim("exp");
        JwtClaims early = claims();
        early.setNotBefore(Signer.in(3600));
        Signer.expire(early, 7200);
        JwtClaims longLived = claims();
        Signer.expire(longLived, 25 * 3600);

        assertRefused(expired, endless, early, longLived);
    }

    @Test
    @DisplayName("without a subject, or with an odd one, is refused")
    void subject() {
        JwtClaims none = claims();
        none.unsetClaim("sub");
        JwtClaims odd = claims();
        odd.setSubject("two words\n");
        JwtClaims number = claims();
        number.setClaim("sub", 7);

        assertRefused(none, odd, number);
    }

    @Test
    @DisplayName("of another key pair, also under the id of ours, is refused")
    void wrongKey() {
        Signer thief = new Signer(ISSUER);

        assertThat(tokens.holder(thief.sign(claims()))).isEmpty();
        assertThat(tokens.holder(thief.sign(claims(), "RS256", SIGNER.keyId(), Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "../../x", "' or 1=1 --"})
    @DisplayName("with another key id than one of ours is refused")
    void keyId(String id) {
        assertThat(tokens.holder(SIGNER.sign(claims(), "RS256", id, Map.of()))).isEmpty();
    }

    @Test
    @DisplayName("without a key id is refused")
    void noKeyId() {
        assertThat(tokens.holder(SIGNER.sign(claims(), "RS256", null, Map.of()))).isEmpty();
    }

    @Test
    @DisplayName("that brings or names a key of its own is not believed")
    void ownKey() {
        Signer thief = new Signer(ISSUER);
        for (String header : List.of("jku", "x5u")) {
            Map<String, Object> headers = Map.of(header, "https://evil.example/keys");
            assertThat(tokens.holder(thief.sign(claims(), "RS256", thief.keyId(), headers)))
                    .isEmpty();
        }
        Map<String, Object> critical = Map.of("crit", List.of("exp"));
        assertThat(tokens.holder(SIGNER.sign(claims(), "RS256", SIGNER.keyId(), critical)))
                .isEmpty();
    }

    @Test
    @DisplayName("is no ID token")
    void idToken() {
        JwtClaims hashed = claims();
        hashed.setClaim("at_hash", "x");
        JwtClaims typed = claims();
        typed.setClaim("typ", "ID");

        assertRefused(hashed, typed);
    }

    @Test
    @DisplayName("with one character changed anywhere is refused")
    void tampered() {
        String token = SIGNER.sign(claims());
        int refused = 0;
        int changed = 0;
        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            changed++;
            refused += tokens.holder(forged).isEmpty() ? 1 : 0;
        }
        assertThat(refused).isEqualTo(changed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJ.eyJ.",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJ..",
                "eyJ0",
                "eyJ.a.b.c.d"
            })
    @DisplayName("that is none is refused")
    void malformed(String text) {
        assertThat(tokens.holder(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"realm_access.roles", "https://byline.example/roles"})
    @DisplayName("has its roles in the configured claim, within another or under a dotted name")
    void claim(String name) {
        JwtClaims claims = claims();
        claims.unsetClaim("roles");
        if (name.startsWith("realm")) {
            claims.setClaim("realm_access", Map.of("roles", List.of("editor")));
        } else {
            claims.setClaim(name, "editor unknown");
        }

        assertThat(tokens(name).holder(SIGNER.sign(claims)).orElseThrow().roles())
                .containsExactly(Role.EDITOR);
    }

    @Test
    @DisplayName("with unknown roles, or with none, has a holder without rights")
    void noRoles() {
        for (Object odd : new Object[] {List.of("boss"), "boss", 7, Map.of("editor", true), true}) {
            String token = SIGNER.sign(SIGNER.claims("u-1", odd));
            assertThat(tokens.holder(token).orElseThrow().roles()).as("%s", odd).isEmpty();
        }
    }

    @Test
    @DisplayName("never gives an e-mail address as a name")
    void name() {
        JwtClaims claims = claims();
        claims.setClaim("name", "jane@example.org");
        claims.setClaim("preferred_username", "jane");
        assertThat(tokens.holder(SIGNER.sign(claims)).orElseThrow().name()).isEqualTo("jane");

        claims.setClaim("preferred_username", "jane@example.org");
        assertThat(tokens.holder(SIGNER.sign(claims)).orElseThrow().name()).isEqualTo("u-1");
    }

    private static JwtClaims claims() {
        return SIGNER.claims("u-1", List.of("editor"));
    }

    private void assertRefused(JwtClaims... bad) {
        for (JwtClaims claims : bad) {
            assertThat(tokens.holder(SIGNER.sign(claims))).as(claims.toJson()).isEmpty();
        }
    }

    private static Tokens tokens(String roleClaim) {
        Provider provider =
                new Provider(ISSUER, Signer.AUDIENCE, Optional.empty(), roleClaim, ROLES);
        return new Tokens(
                provider, new SigningKeys(() -> Signer.keySet(SIGNER), Clock.systemUTC()));
    }
}
