package cn.dabiao.query;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Headers;
import cn.dabiao.api.assessment.AssessmentReads;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class HttpCachingTest {

    private static final String PATH = "/api/v1/assessments/guannan-2018.2132072401";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);

    private final MockMvc web = MockMvcBuilders.standaloneSetup(NODE.bean(AssessmentReads.class))
            .setCustomArgumentResolvers(new OfficeResolver())
            .setConversionService(conversion())
            .build();

    @BeforeAll
    static void a_plan() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.of(Given.school("2132072401", "灌南县实验小学"))
                        .registered().plan(false).applied().drawn().opened().events()));
        NODE.caughtUp();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void who_has_the_latest_is_told_so_without_a_body() throws Exception {
        web.perform(get(PATH).header("If-None-Match", "\"6\""))
                .andExpect(status().isNotModified())
                .andExpect(header().string("ETag", "\"6\""))
                .andExpect(header().string(Headers.POSITION, "11"))
                .andExpect(content().string(""));
        web.perform(get(PATH).header("If-None-Match", "\"5\"")).andExpect(status().isOk());
        web.perform(get(PATH + "/reviews/1/items/3").header("If-None-Match", "\"r1-i3-v0\""))
                .andExpect(status().isNotModified());
    }

    private static DefaultFormattingConversionService conversion() {
        DefaultFormattingConversionService conversion = new DefaultFormattingConversionService();
        conversion.addConverter(String.class, ItemNo.class, text -> new ItemNo(Integer.valueOf(text)));
        return conversion;
    }

    private static final class OfficeResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return People.office();
        }
    }
}
