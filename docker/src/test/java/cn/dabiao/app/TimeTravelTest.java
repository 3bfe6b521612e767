package cn.dabiao.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole distribution with a {@link TravellingClock} that a test may have injected, and with timers that are looked
 * after at once. The tests with this annotation share one start, and one time: each may find itself later than it began.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DabiaoTest
@Import(TravellingClock.Configuration.class)
@TestPropertySource(properties = "dabiao.timers.polling-interval=50ms")
public @interface TimeTravelTest {}
