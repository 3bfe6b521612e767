package cn.dabiao.app.person;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.Role;
import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.data.SecretFile;
import cn.dabiao.app.database.MigratedDatabase;
import cn.dabiao.app.database.Unpooled;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.person.Envelope;
import cn.dabiao.person.FileMasterKey;
import cn.dabiao.person.MasterKey;
import cn.dabiao.person.Persons;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PersonProperties.class)
class PersonConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PersonConfiguration.class);
    private static final String DEFAULT_FILE = "person.key";

    /** @param migrated named so that the tables are there */
    @Bean
    MasterKey masterKey(
            JdbcConnectionDetails details,
            PersonProperties settings,
            DabiaoProperties dabiao,
            DataDirectory data,
            MigratedDatabase migrated) {
        DataSource database = Unpooled.of(details);
        Path path = Objects.requireNonNullElseGet(settings.masterKey(), () -> data.path().resolve(DEFAULT_FILE))
                .toAbsolutePath();
        Path erasures = path.resolveSibling(path.getFileName() + ".erased");
        MasterKeyFile file = new MasterKeyFile(new SecretFile(path));
        Optional<byte[]> there = file.read();
        byte[] key = there.orElseGet(() -> made(file, database, dabiao.role()));
        if (there.isPresent() && !Files.exists(erasures)) {
            LOG.warn("There is no file {}: if anybody was erased since this database was written, put it back now", erasures);
        }
        MasterKey master = new FileMasterKey(key, erasures);
        boolean commands = dabiao.role() != Role.QUERY;
        if (!new Persons(database, master, settings.suite()).isOfThisDatabase(commands)) {
            throw new StartRefused(
                    "The key in " + path + " is not the master key of personal data in this database.",
                    "Restore the file from a backup, or set dabiao.person.master-key to the file that all nodes share.");
        }
        if (commands) {
            requireErasable(master, erasures);
        }
        return master;
    }

    private static void requireErasable(MasterKey master, Path erasures) {
        try {
            master.requireErasable();
        } catch (UncheckedIOException e) {
            throw new StartRefused(
                    "Who is erased could not be remembered in " + erasures + ": " + e.getMessage() + ".",
                    "Let this account write there, or set dabiao.person.master-key to a file in a directory where it may.",
                    e);
        }
    }

    /** Of its own few connections: a page that is being read holds one already, and its names are opened meanwhile. */
    @Bean(destroyMethod = "close")
    PersonConnections personConnections(JdbcConnectionDetails details, MasterKey master) {
        return PersonConnections.to(details);
    }

    @Bean
    Persons persons(PersonConnections database, MasterKey master, PersonProperties settings) {
        return new Persons(database.pool(), master, settings.suite());
    }

    @Bean
    Envelope envelope(MasterKey master, PersonProperties settings) {
        return new Envelope(master, settings.suite());
    }

    /**
     * What an erasure has left undone is done before anything is served: the process may have ended between the event and the
     * key's end, or the database may be from before the erasure.
     */
    @Bean
    @ConditionalOnExpression("'${dabiao.role:all}'.toLowerCase() != 'query'")
    HealedErasures healedErasures(Persons persons, LedgerReader ledger) {
        Set<PersonId> recorded = ledger.erasedPersons();
        Set<PersonId> everybody = new HashSet<>(persons.erased());
        List<PersonId> forgotten = everybody.stream().filter(person -> !recorded.contains(person)).toList();
        if (!forgotten.isEmpty()) {
            LOG.error("{} persons were erased of whose erasure the ledger has no event: is this database from a backup that "
                    + "is older than that? They stay erased: {}", forgotten.size(), forgotten);
        }
        everybody.addAll(recorded);
        List<PersonId> healed = persons.erase(everybody);
        if (!healed.isEmpty()) {
            LOG.warn("Destroyed the keys of {} persons who had been erased and were here still", healed.size());
        }
        return new HealedErasures(healed);
    }

    private static byte[] made(MasterKeyFile file, DataSource database, Role role) {
        if (role == Role.QUERY) {
            throw new StartRefused(
                    "A node that only queries needs the master key of personal data, and there is no file " + file.path() + ".",
                    "Start a node that takes commands first, and set dabiao.person.master-key to the file that it made.");
        }
        if (Persons.hasMasterKey(database)) {
            throw new StartRefused(
                    "The master key of personal data is missing: there is no file " + file.path() + ".",
                    "Restore it from a backup, or set dabiao.person.master-key. Without it no name and no number of a person "
                            + "in this database can be read.");
        }
        byte[] key = file.create();
        LOG.info("Made the master key of personal data in {}; keep a copy of it apart from the database", file.path());
        return key;
    }
}
