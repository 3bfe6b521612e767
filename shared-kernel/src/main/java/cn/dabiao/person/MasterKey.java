package cn.dabiao.person;

import java.util.Set;

import cn.dabiao.domain.people.PersonId;

/**
 * What wraps the keys of persons: a file, or a key management system that does the same and lets the key go nowhere. It also
 * remembers who was erased, apart from the database: so a database from before an erasure brings nobody back.
 */
public interface MasterKey {

    /** @param key of 32 bytes */
    byte[] wrap(Suite suite, byte[] key);

    /** @throws UnreadableSeal when it was not wrapped by this key, or not so */
    byte[] unwrap(Suite suite, byte[] wrapped);

    /** A digest that nobody without the key can make, or try names against. */
    byte[] mac(Suite suite, byte[] text);

    /** Fails where nobody could be erased now: before anything says that somebody is. */
    void requireErasable();

    /** Remembers it for good before it returns; for somebody who is remembered already it does nothing. */
    void erase(PersonId person);

    Set<PersonId> erased();
}
