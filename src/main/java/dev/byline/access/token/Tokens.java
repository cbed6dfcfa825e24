package dev.byline.access.token;

import dev.byline.access.Role;
import java.security.Key;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Judges access tokens (RFC 9068 in spirit) of one provider. */
final class Tokens {

    // Asymmetric ones only: with HS256 a public key would do as the secret.
    private static final String[] ALGORITHMS = {
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"
    };
    private static final int LONGEST_LIFE_MINUTES = 24 * 60;
    private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}@]{1,100}");

    private final Provider provider;
    private final JwtConsumer consumer;

    Tokens(Provider provider, SigningKeys keys) {
        this.provider = provider;
        consumer =
                new JwtConsumerBuilder()
                        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, ALGORITHMS)
                        .setVerificationKeyResolver((token, nesting) -> key(token, keys))
                        .setExpectedIssuer(true, provider.issuer())
                        .setExpectedAudience(true, provider.audience())
                        .setRequireExpirationTime()
                        .setMaxFutureValidityInMinutes(LONGEST_LIFE_MINUTES)
                        .setRequireSubject()
                        .setAllowedClockSkewInSeconds(0)
                        .build();
    }

    /** Whom a token names; empty when it is not good here and now. */
    Optional<Holder> holder(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String subject = claims.getSubject();
            return SUBJECT.matcher(subject).matches() && !isIdToken(claims)
                    ? Optional.of(new Holder(subject, name(claims, subject), roles(claims)))
                    : Optional.empty();
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static Key key(JsonWebSignature token, SigningKeys keys)
            throws UnresolvableKeyException {
        String id = token.getKeyIdHeaderValue();
        return Optional.ofNullable(id)
                .flatMap(keys::find)
                .orElseThrow(() -> new UnresolvableKeyException("No such key"));
    }

    // It tells a client who logged in; it is no key to an API.
    private static boolean isIdToken(JwtClaims claims) {
        return claims.hasClaim("at_hash") || "ID".equals(claims.getClaimValue("typ"));
    }

    private static String name(JwtClaims claims, String subject) {
        for (String claim : List.of("name", "preferred_username")) {
            if (claims.getClaimValue(claim) instanceof String name
                    && NAME.matcher(name).matches()) {
                return name;
            }
        }
        return subject;
    }

    private Set<Role> roles(JwtClaims claims) {
        List<?> values = values(claim(claims.getClaimsMap()));
        Set<Role> roles = EnumSet.noneOf(Role.class);
        provider.roles()
                .forEach(
                        (role, names) -> {
                            if (names.stream().anyMatch(values::contains)) {
                                roles.add(role);
                            }
                        });
        return roles;
    }

    private Object claim(Map<String, Object> claims) {
        if (claims.containsKey(provider.roleClaim())) {
            return claims.get(provider.roleClaim());
        }
        Object value = claims;
        for (String name : provider.roleClaim().split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    private static List<?> values(Object claim) {
        if (claim instanceof List<?> list) {
            return list;
        }
        return claim instanceof String text ? List.of(text.split(" ")) : List.of();
    }

    /** Somebody whom the provider vouches for. */
    record Holder(String subject, String name, Set<Role> roles) {}
}
