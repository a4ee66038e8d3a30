// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "Calls.h"

#include "core/actions/Convenings.h"

using namespace actionstest;

class TestPutConvening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storedWithWhoCame_asOneStep()
    {
        Calls desk;
        const auto ruth = desk.add("Ruth Adler", PersonKind::staff);
        const auto before = desk.digest();
        Convening convening;
        convening.title = " Spring convening ";
        convening.on = kToday;
        ConveningId id;
        got(desk.change([&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(id, actions::putConvening(records, convening,
                                                      {{{}, {}, desk.ana, true, true, true},
                                                       {{}, {}, desk.ben, true, false, false},
                                                       {{}, {}, desk.cy, false, false, false}},
                                                      ruth));
            return {};
        }));
        const auto stored = *got(desk.records().convenings.find(id));
        QVERIFY(stored.title == "Spring convening" && stored.writer == ruth);
        const auto attendance = got(desk.records().convenings.attendance(id));
        QCOMPARE(attendance.size(), std::size_t{2});
        QCOMPARE(actions::countsOf(attendance), (actions::AttendanceCounts{2, 1, 1}));
        QCOMPARE(actions::countsOf({}), (actions::AttendanceCounts{}));
        const auto first = desk.digest();
        got(desk.change([&](store::Records& records) {
            return actions::putConvening(records, stored, {{{}, {}, desk.ben, true, true, true}}, {})
                .map([](ConveningId) {});
        }));
        QCOMPARE(actions::countsOf(got(desk.records().convenings.attendance(id))),
                 (actions::AttendanceCounts{2, 2, 2})); // Ana, whom nothing was said of, stays
        got(desk.workspace().undo());
        QCOMPARE(desk.digest(), first);
        got(desk.workspace().undo());
        QCOMPARE(desk.digest(), before);
    }

    void whatIsNotForThem_isRefused()
    {
        Calls desk;
        const auto ruth = desk.add("Ruth Adler", PersonKind::staff), omar = desk.add("Omar Diaz", PersonKind::staff);
        Convening convening;
        convening.title = "Planning";
        convening.on = kToday;
        convening.confidentiality = Confidentiality::onlyMe;
        const auto put = [&](const Convening& one, const std::vector<Attendance>& attendance, PersonId me) {
            const auto done = desk.change([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(convening.id, actions::putConvening(records, one, attendance, me));
                return {};
            });
            return done ? -1 : static_cast<int>(done.error().code);
        };
        const auto before = desk.digest();
        QCOMPARE(put(convening, {}, {}), static_cast<int>(ErrorCode::invalidArgument)); // nobody would read it
        QCOMPARE(put(convening, {{{}, {}, PersonId{5}, true, false, false}}, ruth),
                 static_cast<int>(ErrorCode::notFound));
        QCOMPARE(desk.digest(), before); // nothing by halves
        convening.id = {};
        QCOMPARE(put(convening, {}, ruth), -1);
        QCOMPARE(put(convening, {}, omar), static_cast<int>(ErrorCode::notFound));
        convening.title = "";
        QCOMPARE(put(convening, {}, ruth), static_cast<int>(ErrorCode::missingName));
        QCOMPARE(got(desk.records().convenings.count()), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestPutConvening)
#include "tst_put_convening.moc"
