package cn.dabiao.app.idempotency;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.person.Envelope;

@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    /** @param longestBody that of the longest request which is no form: a file with schools */
    @Bean
    OnceAdapter onceAdapter(
            RequestMappingHandlerAdapter controllers,
            JdbcClient database,
            JsonMapper json,
            Envelope envelope,
            @Value("${dabiao.import.max-size:8MB}") DataSize longestBody) {
        return new OnceAdapter(controllers, new AnswerTable(database, json, envelope), longestBody);
    }
}
