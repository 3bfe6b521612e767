package cn.dabiao.command.timers;

import com.github.kagkarlsson.scheduler.serializer.Serializer;

import tools.jackson.databind.json.JsonMapper;

/** What a timer is for, as JSON: the scheduler's own way would be Java serialization, which reads whatever it is given. */
final class TaskData implements Serializer {

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public byte[] serialize(Object data) {
        return json.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
        return json.readValue(stored, type);
    }
}
