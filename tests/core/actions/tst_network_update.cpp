// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include <QTest>

#include "Office.h"
#include "core/actions/NetworkUpdate.h"

using namespace actionstest;

/// An edited network, updated row by row, is the one that is read anew.
class TestNetworkUpdate : public QObject
{
    Q_OBJECT

    /// A network of its own that is kept up edit by edit.
    struct Kept
    {
        explicit Kept(graph::Population population = graph::Population::members)
        {
            options.on = kToday;
            options.population = population;
        }
        void read()
        {
            data = got(actions::readNetwork(office.records(), options.on));
            counts = got(actions::liveCounts(data, options));
        }
        /// One change, and what it touched brought in.
        void edit(const std::function<Result<>(store::Records&)>& fn) { bringIn(got(office.change(fn))); }
        void bringIn(const store::ChangeSet& changes)
        {
            actions::TouchedRows touched;
            touched.add(changes);
            got(actions::updateNetwork(data, counts, office.records(), touched, options));
        }
        /// The first key that differs from figures of the file as it is; empty: none.
        std::string difference()
        {
            const auto anew = got(actions::readNetwork(office.records(), options.on));
            if (anew.people != data.people || anew.ties != data.ties)
                return "records";
            actions::FigureQuestion question;
            question.network = options;
            const actions::NetworkFigures updated = actions::figuresOfCounts(data, counts, options);
            for (const auto& [key, value] : updated.figures.undirected.scalars)
                question.measures.push_back(key);
            for (const auto& [key, values] : updated.figures.undirected.nodes)
                question.measures.push_back(key);
            const actions::NetworkFigures wanted = got(actions::computeFigures(anew, question));
            if (wanted.figures.ids != updated.figures.ids || wanted.figures.vertices != updated.figures.vertices)
                return "people";
            if (wanted.coverage != updated.coverage || wanted.staleTies != updated.staleTies)
                return "coverage";
            for (const auto& [key, values] : updated.figures.undirected.nodes)
                if (*wanted.figures.undirected.perNode(key) != values)
                    return key;
            for (const char* key : {"edges", "density", "degree_mean", "isolates", "components", "triangles_total",
                                    "transitivity_global"})
                if (wanted.figures.undirected.number(key) != updated.figures.undirected.number(key))
                    return key;
            return {};
        }

        Office office;
        graph::NetworkOptions options;
        actions::NetworkData data;
        sna::LiveCounts counts;
    };

    static Tie tie(PersonId a, PersonId b, TieDepth depth = TieDepth::exchange)
    {
        Tie tie;
        tie.a = a;
        tie.b = b;
        tie.depth = depth;
        return ordered(tie);
    }

private Q_SLOTS:
    void tie_comesChangesAndGoes()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben"), cleo = kept.office.add("Cleo");
        kept.office.tie(ana, ben);
        kept.read();
        QCOMPARE(kept.difference(), std::string());
        Tie drawn = tie(ben, cleo);
        kept.edit([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(drawn.id, records.ties.insert(drawn));
            return {};
        });
        QCOMPARE(kept.difference(), std::string());
        QVERIFY(kept.counts.hasTie(ben, cleo));
        const auto change = [&](const std::function<void(Tie&)>& how) {
            how(drawn);
            kept.edit([&](store::Records& records) { return records.ties.update(drawn); });
            return kept.difference();
        };
        QCOMPARE(change([](Tie& t) { t.depth = TieDepth::aware; }), std::string()); // no exchange
        QVERIFY(!kept.counts.hasTie(ben, cleo));
        QCOMPARE(change([](Tie& t) { t.depth = TieDepth::rely; }), std::string());
        QVERIFY(kept.counts.hasTie(ben, cleo));
        QCOMPARE(change([](Tie& t) { t.weight = 3.0; }), std::string());
        QVERIFY(kept.counts.hasTie(ben, cleo));
        QCOMPARE(change([](Tie& t) { t.firstSeen = t.lastConfirmed = day(2020, 1, 1); }), std::string()); // stale
        QVERIFY(kept.counts.hasTie(ben, cleo));
        QCOMPARE(change([](Tie& t) { t.ended = day(2026, 1, 1); }), std::string());
        QVERIFY(!kept.counts.hasTie(ben, cleo));
        kept.edit([&](store::Records& records) { return records.ties.remove(drawn.id); });
        QCOMPARE(kept.difference(), std::string());
        kept.bringIn(got(kept.office.workspace().undo()));
        QCOMPARE(kept.difference(), std::string());
    }

    void personWithTies_leavesAndComesBack()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben"), cleo = kept.office.add("Cleo");
        kept.office.tie(ana, ben);
        kept.office.tie(ben, cleo);
        kept.office.tie(ana, cleo);
        kept.read();
        Person person = *got(kept.office.records().people.find(ben));
        const auto change = [&](const std::function<void(Person&)>& how) {
            how(person);
            kept.edit([&](store::Records& records) { return records.people.update(person); });
            return kept.difference();
        };
        QCOMPARE(change([](Person& p) { p.archived = day(2026, 9, 1); }), std::string());
        QVERIFY(!kept.counts.contains(ben));
        QCOMPARE(change([](Person& p) { p.archived.reset(); }), std::string());
        QVERIFY(kept.counts.hasTie(ana, ben) && kept.counts.hasTie(ben, cleo));
        QCOMPARE(change([](Person& p) { p.kind = PersonKind::staff; }), std::string());
        QVERIFY(!kept.counts.contains(ben));
        QCOMPARE(change([](Person& p) { p.kind = PersonKind::member; }), std::string());
        QCOMPARE(change([](Person& p) { p.name = "Benjamin"; }), std::string());
        QVERIFY(kept.counts.hasTie(ana, ben));
    }

    void newcomerWithTies_inOneChange()
    {
        Kept kept(graph::Population::everybody);
        const PersonId ana = kept.office.add("Ana");
        kept.read();
        PersonId ben;
        kept.edit([&](store::Records& records) -> Result<> {
            Person person;
            person.name = "Ben";
            person.kind = PersonKind::outside;
            WEAVEMAP_ASSIGN(ben, records.people.insert(person));
            WEAVEMAP_TRY(records.ties.insert(tie(ana, ben)));
            return {};
        });
        QCOMPARE(kept.difference(), std::string());
        QVERIFY(kept.counts.hasTie(ana, ben));
        kept.bringIn(got(kept.office.workspace().undo()));
        QCOMPARE(kept.difference(), std::string());
        QVERIFY(!kept.counts.contains(ben));
        kept.bringIn(got(kept.office.workspace().redo()));
        QCOMPARE(kept.difference(), std::string());
        QVERIFY(kept.counts.hasTie(ana, ben));
    }

    void erasedPerson_isGoneWithTheirTies()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben");
        kept.office.tie(ana, ben);
        kept.read();
        kept.bringIn(got(kept.office.workspace().erasePerson(ben)).changes);
        QCOMPARE(kept.difference(), std::string());
        QCOMPARE(kept.counts.people(), std::size_t{1});
    }

    void sameRowsTwice_changeNothingMore()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben");
        kept.read();
        const TieId id = kept.office.tie(ana, ben);
        const actions::TouchedRows touched{{ana, ana}, {id, id}};
        for (int i = 0; i < 2; ++i) {
            got(actions::updateNetwork(kept.data, kept.counts, kept.office.records(), touched, kept.options));
            QCOMPARE(kept.difference(), std::string());
        }
        QCOMPARE(kept.counts.ties(), std::size_t{1});
    }

    void call_countsAsHeardFrom()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben");
        kept.read();
        Conversation call;
        call.participants = {ana, ben};
        call.reached = true;
        call.when = Instant::atLocal(kToday, 9, 0, 0);
        kept.edit([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(call.id, records.conversations.insert(call));
            return {};
        });
        QCOMPARE(kept.difference(), std::string());
        QCOMPARE(actions::coverageOf(kept.data, kToday).heard, std::size_t{2});
        call.participants = {ben};
        kept.edit([&](store::Records& records) { return records.conversations.update(call); });
        QCOMPARE(kept.difference(), std::string());
        kept.edit([&](store::Records& records) { return records.conversations.remove(call.id); });
        QCOMPARE(kept.difference(), std::string());
        QCOMPARE(actions::coverageOf(kept.data, kToday).heard, std::size_t{0});
    }

    void size_countsTheTiesOfWhoComesAndGoes()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben"), cleo = kept.office.add("Cleo");
        const TieId first = kept.office.tie(ana, ben);
        kept.office.tie(ana, cleo);
        kept.read();
        const auto size = [&](const actions::TouchedRows& touched) {
            return actions::updateSize(kept.data, kept.counts, touched);
        };
        QCOMPARE(size({}), std::size_t{0});
        QCOMPARE(size({{}, {first}}), std::size_t{1});
        QCOMPARE(size({{ana}, {}}), std::size_t{3}); // she may leave
        QCOMPARE(size({{ben, cleo}, {first}}), std::size_t{5});
        QCOMPARE(size({{PersonId{999}}, {}}), std::size_t{1});
        Person person = *got(kept.office.records().people.find(ana));
        person.archived = day(2026, 9, 1);
        kept.edit([&](store::Records& records) { return records.people.update(person); });
        QCOMPARE(size({{ana}, {}}), std::size_t{3}); // she may come back
    }

    void cancelled_betweenAnyTwoRows()
    {
        Kept kept;
        const PersonId ana = kept.office.add("Ana"), ben = kept.office.add("Ben");
        const TieId id = kept.office.tie(ana, ben);
        kept.read();
        const actions::TouchedRows touched{{ana, ben}, {id}};
        std::atomic<std::uint64_t> polls = 0;
        got(actions::updateNetwork(kept.data, kept.counts, kept.office.records(), touched, kept.options,
                                   RunContext().countingPolls(polls)));
        QVERIFY(polls >= touched.count());
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = actions::updateNetwork(kept.data, kept.counts, kept.office.records(), touched,
                                                    kept.options, RunContext(stop.get_token()));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::cancelled);
    }

    void emptyFile_getsItsFirstPerson()
    {
        Kept kept;
        kept.read();
        QCOMPARE(kept.difference(), std::string());
        kept.edit([](store::Records& records) -> Result<> {
            Person person;
            person.name = "Ana";
            WEAVEMAP_TRY(records.people.insert(person));
            return {};
        });
        QCOMPARE(kept.difference(), std::string());
    }
};

QTEST_GUILESS_MAIN(TestNetworkUpdate)
#include "tst_network_update.moc"
