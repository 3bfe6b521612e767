package cn.dabiao.domain.people;

import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;

/** A person the form names with a phone number (notice, attachment 1): the principal or the vice principal in charge. */
public record Contact(PersonName name, Phone phone) {}
