package cn.dabiao.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole distribution on a random port and a database of its own. Every test with just this annotation shares
 * one start; a test that adds properties or beans pays for another. One account may listen a thousand times over, and ask
 * as often as it likes: tests do so in a few minutes what a bureau does in a year.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DabiaoApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "dabiao.feed.max-listeners-per-account=1000",
            "dabiao.limits.client.burst=1000000",
            "dabiao.limits.bureau.burst=1000000",
            "dabiao.limits.address.burst=1000000"
        })
@ContextConfiguration(initializers = FreshDataDirectory.class)
public @interface DabiaoTest {}
