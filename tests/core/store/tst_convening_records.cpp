// SPDX-License-Identifier: GPL-3.0-or-later
#include "MemoryStore.h"
#include "StoreTest.h"

#include "core/store/Audience.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

Convening titled(const std::string& title, std::string_view on = "2026-04-18")
{
    Convening convening;
    convening.title = title;
    convening.on = day(on);
    return convening;
}

/// Everything that a convening can say.
struct Full
{
    MemoryStore store;
    PersonId ana = store.person("Ana"), ben = store.person("Ben"), ruth = store.person("Ruth", PersonKind::staff);
    Convening record = titled("Spring convening — “fractions” ✓");

    Full()
    {
        record.kind = ConveningKind::mentoring;
        record.form = ConveningForm::both;
        record.place = "Río Norte";
        record.purpose = "Share tasks";
        record.writer = ruth;
        record.confidentiality = Confidentiality::onlyMe;
        record.id = got(store->convenings.insert(record));
        put(ana, true, true, true);
        put(ben, false, false, true);
    }
    void put(PersonId person, bool invited, bool registered, bool came)
    {
        got(store->convenings.put(Attendance{{}, record.id, person, invited, registered, came}));
    }
};

} // namespace

class TestConvenings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField_comesBack()
    {
        Full full;
        QCOMPARE(got(full.store->convenings.find(full.record.id)).value(), full.record);
        auto least = titled("Least", "2026-05-01");
        least.id = got(full.store->convenings.insert(least));
        QCOMPARE(got(full.store->convenings.all()), (std::vector<Convening>{least, full.record})); // newest first
        QCOMPARE(got(full.store->convenings.count()), std::size_t(2));
        QVERIFY(!got(full.store->convenings.find(ConveningId{5})));
        least.title = "Most";
        got(full.store->convenings.update(least));
        QCOMPARE(got(full.store->convenings.find(least.id)).value(), least);
        const auto written = full.store.written();
        got(full.store->convenings.update(least)); // nothing new
        QCOMPARE(full.store.written(), written);
    }

    void attendance_isOneRowForAPersonAndAConvening()
    {
        Full full;
        auto rows = got(full.store->convenings.attendance(full.record.id));
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(rows[0].person == full.ana && rows[0].invited && rows[0].registered && rows[0].came);
        QVERIFY(rows[1].person == full.ben && !rows[1].invited && rows[1].came);
        full.put(full.ana, true, false, false);
        const auto again = got(full.store->convenings.attendanceOf(full.ana));
        QCOMPARE(again.size(), std::size_t(1));
        QVERIFY(again[0].id == rows[0].id && again[0].invited && !again[0].registered && !again[0].came);
        const auto written = full.store.written();
        full.put(full.ana, true, false, false);
        QCOMPARE(full.store.written(), written);
        full.put(full.ana, false, false, false); // nothing is known any more
        full.put(full.ana, false, false, false); // and nothing was
        QVERIFY(got(full.store->convenings.attendanceOf(full.ana)).empty());
        QCOMPARE(got(full.store->convenings.attendance()).size(), std::size_t(1));
    }

    void whatDoesNotFit_isRefused()
    {
        Full full;
        QCOMPARE(codeOf(full.store->convenings.insert(titled(" \t"))), code(ErrorCode::missingName));
        auto wrong = titled("Title");
        wrong.writer = PersonId{5};
        QCOMPARE(codeOf(full.store->convenings.insert(wrong)), code(ErrorCode::notFound));
        wrong = titled("Title");
        wrong.kind = static_cast<ConveningKind>(6); // the table itself refuses it
        QCOMPARE(codeOf(full.store->convenings.insert(wrong)), code(ErrorCode::databaseError));
        wrong = titled("Title");
        wrong.id = ConveningId{5};
        QCOMPARE(codeOf(full.store->convenings.update(wrong)), code(ErrorCode::notFound));
        QCOMPARE(codeOf(full.store->convenings.remove(wrong.id)), code(ErrorCode::notFound));
        for (const Attendance& row :
             {Attendance{{}, wrong.id, full.ana, true, false, false},
              Attendance{{}, full.record.id, PersonId{5}, true, false, false},
              Attendance{{}, full.record.id, {}, true, false, false}, Attendance{{}, {}, full.ana, true, false, false}})
            QCOMPARE(codeOf(full.store->convenings.put(row)), code(ErrorCode::notFound));
        QCOMPARE(full.store.rows("convening"), std::int64_t{1});
        QCOMPARE(full.store.rows("attendance"), std::int64_t{2});
    }

    void removed_takesWhoCame_andLeavesTheProject()
    {
        Full full;
        Project project;
        project.name = "Unit";
        project.convening = full.record.id;
        project.id = got(full.store->projects.insert(project));
        got(full.store->convenings.remove(full.record.id));
        QCOMPARE(full.store.rows("convening"), std::int64_t{0});
        QCOMPARE(full.store.rows("attendance"), std::int64_t{0});
        QVERIFY(!got(full.store->projects.find(project.id))->convening);
    }

    void personRemoved_leavesTheConvening()
    {
        Full full;
        got(full.store->people.remove(full.ana));
        got(full.store->people.remove(full.ruth));
        QCOMPARE(got(full.store->convenings.attendance(full.record.id)).size(), std::size_t(1));
        QVERIFY(!got(full.store->convenings.find(full.record.id))->writer);
    }

    void whoMayRead_isAskedOfConveningAndAttendanceAlike()
    {
        Full full; // one that only Ruth reads
        const auto omar = full.store.person("Omar", PersonKind::staff);
        const auto add = [&](const std::string& title, Confidentiality level) {
            auto one = titled(title);
            one.confidentiality = level;
            one.id = got(full.store->convenings.insert(one));
            got(full.store->convenings.put(Attendance{{}, one.id, full.ana, true, false, true}));
        };
        add("Office walrus", Confidentiality::staff);
        add("Open walrus", Confidentiality::shareable);
        got(rebuildSearch(full.store.database()));
        const auto seen = [&](Audience audience) {
            const AudienceRecords records(full.store.records(), audience);
            const auto all = got(records.convenings());
            for (const auto& convening : got(full.store->convenings.all()))
                if (got(records.find(convening.id)).has_value() !=
                    (std::find(all.begin(), all.end(), convening) != all.end()))
                    return std::tuple(-1, -1, -1, -1);
            return std::tuple(int(all.size()), int(got(records.attendance()).size()),
                              int(got(records.attendanceOf(full.ana)).size()),
                              int(got(full.store->search.find("walrus", audience)).size() +
                                  got(full.store->search.find("spring", audience)).size()));
        };
        QCOMPARE(seen(Audience::office(full.ruth)), std::tuple(3, 4, 3, 3));
        QCOMPARE(seen(Audience::office(omar)), std::tuple(2, 2, 2, 2));
        QCOMPARE(seen(Audience::office({})), std::tuple(2, 2, 2, 2));
        QCOMPARE(seen(Audience::leaving()), std::tuple(1, 0, 0, 1)); // who came never leaves
    }

    void changesOfAll_canBeUndoneAndRedone()
    {
        const storetest::Folder folder;
        const auto workspace = folder.create();
        PersonId ana;
        VERIFY_OK(workspace->change("Ana", storetest::adding("Ana", &ana)));
        const auto before = storetest::digest(*workspace), searchBefore = storetest::searchDump(*workspace);
        ConveningId id;
        VERIFY_OK(workspace->change("New convening", [&](Records& records) -> Result<> {
            auto one = titled("Spring convening");
            one.place = "Riverside";
            WEAVEMAP_ASSIGN(id, records.convenings.insert(one));
            return records.convenings.put(Attendance{{}, id, ana, true, false, false});
        }));
        const auto made = storetest::digest(*workspace);
        const auto came = workspace->change("Ana came", [&](Records& records) {
            return records.convenings.put(Attendance{{}, id, ana, true, false, true});
        });
        VERIFY_OK(came);
        QVERIFY(came->touches(Table::attendance));
        QCOMPARE(came->rows(Table::convening).size(), std::size_t(1)); // whose row it is
        const auto after = storetest::digest(*workspace), searchAfter = storetest::searchDump(*workspace);
        QVERIFY(searchAfter.find("Riverside") != std::string::npos);
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), made);
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), before);
        QCOMPARE(storetest::searchDump(*workspace), searchBefore);
        VERIFY_OK(workspace->redo());
        VERIFY_OK(workspace->redo());
        QCOMPARE(storetest::digest(*workspace), after);
        QCOMPARE(storetest::searchDump(*workspace), searchAfter);
        VERIFY_OK(workspace->change("Remove Ana", [&](Records& records) { return records.people.remove(ana); }));
        VERIFY_OK(workspace->change("Remove", [&](Records& records) { return records.convenings.remove(id); }));
        VERIFY_OK(workspace->undo());
        VERIFY_OK(workspace->undo());
        QCOMPARE(storetest::digest(*workspace), after);
        QCOMPARE(storetest::searchDump(*workspace), searchAfter);
    }
};

QTEST_GUILESS_MAIN(TestConvenings)
#include "tst_convening_records.moc"
