package cn.dabiao.query.projecting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterStatementFactory;
import org.axonframework.messaging.deadletter.DeadLetter;

import cn.dabiao.ledger.EventSerializer;

/**
 * Parks an event with the time that the ledger has for it. Axon keeps milliseconds, and a row that a parked event made later
 * would differ from the one that a rebuild makes.
 */
final class ParkingToTheMicrosecond extends DefaultDeadLetterStatementFactory<EventMessage<?>> {

    /** Behind the letter's id, group, sequence and index, and the message's type and id. */
    private static final int RECORDED_AT = 7;

    ParkingToTheMicrosecond(DeadLetterSchema schema, EventSerializer serializer) {
        super(DefaultDeadLetterStatementFactory.<EventMessage<?>>builder()
                .schema(schema)
                .genericSerializer(Tokens.SERIALIZER)
                .eventSerializer(serializer));
    }

    @Override
    public PreparedStatement enqueueStatement(
            Connection connection,
            String group,
            String sequence,
            DeadLetter<? extends EventMessage<?>> letter,
            long index) throws SQLException {
        PreparedStatement statement = super.enqueueStatement(connection, group, sequence, letter, index);
        statement.setString(RECORDED_AT, letter.message().getTimestamp().toString());
        return statement;
    }
}
