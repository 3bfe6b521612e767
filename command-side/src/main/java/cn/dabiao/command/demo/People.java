package cn.dabiao.command.demo;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;

/**
 * The persons of the demo county by number. Their given names say that they are made up (虚甲, 拟乙, …), and their
 * numbers cannot be dialled: 0 is the trunk prefix in China, so no subscriber's number behind an area code begins with it.
 */
record People(County county) {

    PersonName name(int person) {
        int surnames = county.surnames().size();
        int givenNames = county.givenNames().size();
        return new PersonName(county.surnames().get(person % surnames)
                + county.givenNames().get(person / surnames % givenNames));
    }

    Contact contact(int person) {
        return new Contact(name(person), new Phone("0518-%08d".formatted(person + 1)));
    }
}
