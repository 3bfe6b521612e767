package cn.dabiao.command.demo;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Headers;
import cn.dabiao.api.demo.DemoApi;
import cn.dabiao.api.demo.DemoResult;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.once.KeyedRequest;

@RestController
class DemoController implements DemoApi {

    private final DemoCounty county;
    private final LedgerReader ledger;

    private final boolean here;

    /**
     * @param issuer an issuer of one's own: the sign of an installation that is not for trying out
     * @param wanted asked for all the same
     */
    DemoController(
            DemoCounty county,
            LedgerReader ledger,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer,
            @Value("${dabiao.demo:false}") boolean wanted) {
        this.county = county;
        this.ledger = ledger;
        this.here = wanted || issuer.isEmpty();
    }

    /** The operator belongs to no bureau; the demo county is always that of the installation. */
    @Override
    public ResponseEntity<DemoResult> create(Actor actor) {
        if (!here) {
            throw new Refusal.DemoNotHere().asException();
        }
        // It skips what is there: at a second try other commands are left to it than at the first.
        DemoResult result = KeyedRequest.outside(() -> county.write(() -> true));
        ResponseEntity.BodyBuilder answer = result.created()
                ? ResponseEntity.created(URI.create("/api/v1/campaigns/" + result.campaignId()))
                : ResponseEntity.ok();
        ledger.head().ifPresent(head -> answer.header(Headers.POSITION, Long.toString(head)));
        return answer.body(result);
    }
}
