package cn.dabiao.api.person;

import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;

/**
 * Who is to be erased, and why.
 *
 * @param name as it was entered
 */
public record ErasureRequest(PersonName name, Reason reason) {}
