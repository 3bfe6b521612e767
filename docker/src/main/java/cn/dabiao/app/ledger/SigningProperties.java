package cn.dabiao.app.ledger;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who signs the ledger.
 *
 * @param keyFile holds the private key; by default {@code ledger.key} in the data directory
 * @param newKey  whether another key than before may go on: the old one is lost
 * @param origin  the ledger's name in checkpoints and the name of its key; by default {@code dabiao.cn/} and the bureau
 */
@ConfigurationProperties("dabiao.ledger")
record SigningProperties(@Nullable Path keyFile, @DefaultValue("false") boolean newKey, @Nullable String origin) {}
