package cn.dabiao.app.person;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import cn.dabiao.person.Suite;

/**
 * How personal data is sealed.
 *
 * @param masterKey the file with the master key; by default {@code person.key} in the data directory. Beside it, with
 *                  {@code .erased} behind its name, stands who was erased
 * @param suite     of the keys that are made from now on
 */
@ConfigurationProperties("dabiao.person")
record PersonProperties(@Nullable Path masterKey, @DefaultValue("AES") Suite suite) {}
