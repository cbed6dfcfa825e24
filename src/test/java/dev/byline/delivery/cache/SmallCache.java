package dev.byline.delivery.cache;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of a cache that is soon full. */
final class SmallCache implements CacheConfig {
    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public MemorySize size() {
        return new MemorySize(BigInteger.valueOf(500_000));
    }

    @Override
    public MemorySize largestReply() {
        return new MemorySize(BigInteger.valueOf(50_000));
    }

    @Override
    public Duration withoutDatabase() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Optional<List<String>> purgeUrls() {
        return Optional.empty();
    }

    @Override
    public boolean surrogateKeys() {
        return false;
    }

    @Override
    public int madeAtATime() {
        return 1;
    }
}
