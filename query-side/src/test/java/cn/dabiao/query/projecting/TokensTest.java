package cn.dabiao.query.projecting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void nothing_is_shown_before_the_first_event() {
        assertThat(Tokens.shown(null)).isEqualTo(-1);
        assertThat(Tokens.read(null, null)).isNull();
    }

    @Test
    void a_plain_token_is_its_position() {
        TrackingToken token = new GlobalSequenceTrackingToken(7);
        assertThat(Tokens.shown(token)).isEqualTo(7);
    }

    @Test
    void a_replay_shows_how_far_it_has_come() {
        TrackingToken token = ReplayToken.createReplayToken(
                new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(2));
        assertThat(Tokens.shown(stored(token))).isEqualTo(2);
    }

    @Test
    void tokens_are_read_as_they_were_stored() {
        TrackingToken token = new GlobalSequenceTrackingToken(7);
        assertThat(stored(token)).isEqualTo(token);
    }

    private static TrackingToken stored(TrackingToken token) {
        SerializedObject<byte[]> bytes = Tokens.SERIALIZER.serialize(token, byte[].class);
        return requireNonNull(Tokens.read(bytes.getData(), bytes.getType().getName()));
    }
}
