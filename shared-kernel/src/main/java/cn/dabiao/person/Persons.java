package cn.dabiao.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Seal;
import cn.dabiao.json.DomainJson;

/**
 * Seals what names persons on its way in, and opens it on its way out. A name that is sealed already stays as it is; one that
 * was stored before there were seals is shown as it stands.
 *
 * <p>Keys are remembered for half a minute: so long another node may still open what was erased here.
 */
public final class Persons {

    /** What is shown as the name of somebody who was erased. */
    public static final String ERASED = "已删除";

    /** What is shown as their number: nobody's, and yet of the form that a number has, so that every reader can take it. */
    public static final String NO_NUMBER = "000-0000000";

    /** A whole string of a JSON text: what stands inside of one has its quotation marks escaped. */
    private static final Pattern SEALED_STRING = Pattern.compile("(?<!\\\\)\"(sealed:[np]:[A-Za-z0-9_-]+:[A-Za-z0-9_-]+)\"");

    private static final Logger LOG = LoggerFactory.getLogger(Persons.class);
    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST_KEYS = 50_000;
    private static final int NEIGHBOURS = 200;
    private static final int KEY_BYTES = 32;

    private final PersonTable table;
    private final MasterKey master;
    private final Suite suite;
    private final SecureRandom random = new SecureRandom();
    private final Cache<PersonId, Optional<PersonKey>> keys =
            Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterWrite(REMEMBERED).build();

    /** @param suite of the keys that are made from now on; those that are there keep theirs */
    public Persons(DataSource database, MasterKey master, Suite suite) {
        this.table = new PersonTable(database);
        this.master = master;
        this.suite = suite;
    }

    private record Sought(Owner owner, String name) {}

    /** Whether a master key has sealed anything in this database. */
    public static boolean hasMasterKey(DataSource database) {
        return new PersonTable(database).check().isPresent();
    }

    /**
     * Whether the master key is the one of this database; the first one that asks is.
     *
     * @param first whether it may be the first
     */
    public boolean isOfThisDatabase(boolean first) {
        byte[] check = master.mac(Suite.AES, "which master key".getBytes(StandardCharsets.UTF_8));
        if (first) {
            table.keepCheck(check);
        }
        return table.check().filter(known -> MessageDigest.isEqual(known, check)).isPresent();
    }

    /** Fails where nobody could be erased now. */
    public void requireErasable() {
        master.requireErasable();
    }

    public PersonName seal(Owner owner, PersonName name) {
        return sealed(name, keysOf(sought(owner, List.of(name))), owner);
    }

    public List<PersonName> seal(Owner owner, List<PersonName> names) {
        Map<Sought, PersonKey> theirs = keysOf(sought(owner, names));
        return names.stream().map(name -> sealed(name, theirs, owner)).toList();
    }

    public List<GroupMember> sealGroup(Owner owner, List<GroupMember> group) {
        Map<Sought, PersonKey> theirs =
                keysOf(sought(owner, group.stream().map(GroupMember::name).toList()));
        return group.stream()
                .map(member -> new GroupMember(sealed(member.name(), theirs, owner), member.role()))
                .toList();
    }

    public SchoolFacts seal(Owner owner, SchoolFacts facts) {
        return sealed(facts, keysOf(sought(owner, namesOf(facts))), owner);
    }

    /**
     * Facts of several schools at once, as they would be stored if everybody in them is known: to compare them with what is
     * stored. Nobody is made known by it; who is not stays in clear.
     */
    public Map<Owner, SchoolFacts> sealKnown(Map<Owner, SchoolFacts> facts) {
        return sealed(facts, known(everybodyIn(facts)));
    }

    /** Facts of several schools at once. */
    public Map<Owner, SchoolFacts> seal(Map<Owner, SchoolFacts> facts) {
        return sealed(facts, keysOf(everybodyIn(facts)));
    }

    /** The person of this name with this owner; empty when nobody is known by it, or not any more. */
    public Optional<PersonId> find(Owner owner, PersonName name) {
        return known(Set.of(new Sought(owner, name.value()))).values().stream().map(PersonKey::id).findFirst();
    }

    /** Whose name it is; empty when it is not sealed. */
    public static Optional<PersonId> of(PersonName name) {
        return Seal.is(name.value()) ? Optional.of(PersonKey.of(name.value())) : Optional.empty();
    }

    /**
     * Destroys keys, first in what outlives the database. From then on there is nothing that opens what they sealed.
     *
     * @return those who were not erased before
     */
    public List<PersonId> erase(Collection<PersonId> persons) {
        persons.forEach(master::erase);
        List<PersonId> erased = table.erase(persons);
        persons.forEach(person -> keys.put(person, Optional.empty()));
        return erased;
    }

    /** Those who were erased, as the master key remembers. */
    public Set<PersonId> erased() {
        return master.erased();
    }

    /** What may be shown of a name or a number: itself, or of who is erased {@link #ERASED} and {@link #NO_NUMBER}. */
    public String shown(String stored) {
        if (!Seal.is(stored)) {
            return stored;
        }
        PersonId person = PersonKey.of(stored);
        String gone = PersonKey.isName(stored) ? ERASED : NO_NUMBER;
        if (master.erased().contains(person)) {
            return gone;
        }
        try {
            return key(person).map(key -> key.open(stored)).orElse(gone);
        } catch (UnreadableSeal e) {
            // Somebody has changed the database past Dabiao, which verify tells; a page that shows others goes on.
            LOG.error("a seal of person {} cannot be opened", person, e);
            return gone;
        }
    }

    /** The JSON of an event with everything opened that may be. A seal inside of a longer text is a text like any other. */
    public String openedIn(String json) {
        return SEALED_STRING.matcher(json).replaceAll(seal -> Matcher.quoteReplacement(
                DomainJson.mapper().writeValueAsString(shown(seal.group(1)))));
    }

    /** How many of those that a JSON text names with seals have been erased. */
    public int erasedIn(String json) {
        Set<PersonId> gone = master.erased();
        return Math.toIntExact(SEALED_STRING
                .matcher(json)
                .results()
                .map(seal -> PersonKey.of(seal.group(1)))
                .distinct()
                .filter(gone::contains)
                .count());
    }

    private static Map<Owner, SchoolFacts> sealed(Map<Owner, SchoolFacts> facts, Map<Sought, PersonKey> theirs) {
        return facts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> sealed(each.getValue(), theirs, each.getKey())));
    }

    private static SchoolFacts sealed(SchoolFacts facts, Map<Sought, PersonKey> theirs, Owner owner) {
        UnaryOperator<Contact> sealing = contact -> {
            PersonKey key = theirs.get(new Sought(owner, contact.name().value()));
            return new Contact(sealed(contact.name(), theirs, owner), sealed(contact.phone(), key));
        };
        return new SchoolFacts(
                facts.name(),
                facts.ownership(),
                facts.kind(),
                facts.township(),
                facts.students(),
                facts.staff(),
                facts.teachers(),
                sealing.apply(facts.principal()),
                sealing.apply(facts.vicePrincipal()));
    }

    private static PersonName sealed(PersonName name, Map<Sought, PersonKey> theirs, Owner owner) {
        PersonKey key = theirs.get(new Sought(owner, name.value()));
        return key == null ? name : new PersonName(key.seal('n', name.value()));
    }

    private static Phone sealed(Phone phone, @Nullable PersonKey key) {
        return key == null || Seal.is(phone.value()) ? phone : new Phone(key.seal('p', phone.value()));
    }

    private static List<PersonName> namesOf(SchoolFacts facts) {
        return List.of(facts.principal().name(), facts.vicePrincipal().name());
    }

    private static Set<Sought> everybodyIn(Map<Owner, SchoolFacts> facts) {
        return facts.entrySet().stream()
                .flatMap(each -> sought(each.getKey(), namesOf(each.getValue())).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Sought> sought(Owner owner, List<PersonName> names) {
        return names.stream()
                .map(PersonName::value)
                .filter(name -> !Seal.is(name))
                .map(name -> new Sought(owner, name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Map<Sought, PersonKey> keysOf(Set<Sought> everybody) {
        Map<Sought, PersonKey> theirs = known(everybody);
        Set<Sought> strangers = new LinkedHashSet<>(everybody);
        strangers.removeAll(theirs.keySet());
        if (!strangers.isEmpty()) {
            theirs.putAll(entered(strangers));
        }
        if (!theirs.keySet().containsAll(everybody)) {
            // Somebody of that name is erased, and still in this database: it was restored, or the erasure cut short.
            table.erase(master.erased());
            theirs.putAll(entered(strangers));
        }
        if (!theirs.keySet().containsAll(everybody)) {
            throw new IllegalStateException("nobody is stored in clear, and somebody has no key");
        }
        return theirs;
    }

    private Map<Sought, PersonKey> entered(Set<Sought> strangers) {
        table.add(strangers.stream().map(this::stranger).toList());
        return known(strangers);
    }

    private PersonTable.Row stranger(Sought sought) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return new PersonTable.Row(
                PersonId.of(UUID.randomUUID()), lookup(suite, sought), suite, ByteBuffer.wrap(master.wrap(suite, key)));
    }

    /**
     * In one query, whichever suite was in force when they became known. Nothing is remembered of it: who was erased elsewhere a
     * moment ago must not be sealed with a key that is gone.
     */
    private Map<Sought, PersonKey> known(Set<Sought> everybody) {
        Map<Sought, PersonKey> theirs = new HashMap<>();
        Map<ByteBuffer, Sought> lookups = new HashMap<>();
        for (Sought sought : everybody) {
            Arrays.stream(Suite.values()).forEach(each -> lookups.put(lookup(each, sought), sought));
        }
        if (!lookups.isEmpty()) {
            for (PersonTable.Row row : table.withLookups(lookups.keySet())) {
                Sought sought = Objects.requireNonNull(lookups.get(row.lookup()));
                open(row).ifPresent(key -> theirs.put(sought, key));
            }
        }
        return theirs;
    }

    private ByteBuffer lookup(Suite digest, Sought sought) {
        String text = sought.owner().value() + "\n" + sought.name();
        return ByteBuffer.wrap(master.mac(digest, text.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<PersonKey> key(PersonId person) {
        Optional<PersonKey> known = keys.getIfPresent(person);
        if (known != null) {
            return known;
        }
        Set<PersonId> seen = new HashSet<>();
        for (PersonTable.Row row : table.from(person, NEIGHBOURS)) {
            keys.put(row.id(), open(row));
            seen.add(row.id());
        }
        if (!seen.contains(person)) {
            // Nobody has the number: a key that never was here, or a database from before the person was.
            keys.put(person, Optional.empty());
        }
        return keys.get(person, _ -> Optional.empty());
    }

    /** Empty for who is erased, also where the database is from before that. */
    private Optional<PersonKey> open(PersonTable.Row row) {
        return row.wrapped() == null || master.erased().contains(row.id())
                ? Optional.empty()
                : Optional.of(new PersonKey(row.id(), row.suite(), master.unwrap(row.suite(), row.wrapped().array())));
    }
}
