package cn.dabiao.app.observing;

import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.dabiao.api.RequestIds;

/** While an event is followed, every line of the log says which one, who follows it, and which request it came from. */
@Configuration(proxyBeanMethods = false)
class FollowedEvents {

    static final String GROUP = "group";
    static final String POSITION = "position";

    @Bean
    ConfigurerModule eventsInTheLog() {
        return axon -> axon.eventProcessing()
                .registerDefaultHandlerInterceptor((_, group) -> new Named(group));
    }

    private record Named(String group) implements MessageHandlerInterceptor<EventMessage<?>> {

        @Override
        public Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain) throws Exception {
            EventMessage<?> event = unit.getMessage();
            MDC.put(GROUP, group);
            if (event instanceof TrackedEventMessage<?> tracked) {
                WrappedToken.unwrapLowerBound(tracked.trackingToken()).position()
                        .ifPresent(position -> MDC.put(POSITION, Long.toString(position)));
            }
            if (event.getMetaData().get(RequestIds.LOG_KEY) instanceof String request) {
                MDC.put(RequestIds.LOG_KEY, request);
            }
            try {
                return chain.proceed();
            } finally {
                MDC.remove(GROUP);
                MDC.remove(POSITION);
                MDC.remove(RequestIds.LOG_KEY);
            }
        }
    }
}
