package cn.dabiao.benchmark;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the product's queries noted when they are wanted. */
@Configuration(proxyBeanMethods = false)
class Recording {

    @Bean
    static BeanPostProcessor recordingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? new RecordingDataSource(database) : bean;
            }
        };
    }
}
