// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "DemoSample.h"

#include "core/base/Text.h"

using namespace demotest;

class TestDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameOptions_sameFile();
    void anySize_isSoundAndCounted_data();
    void anySize_isSoundAndCounted();
    void sizesOutOfRange_makeNothing();
    void fileThatIsThere_isLeftAlone();
    void oneStep_thatCanBeUndone();
    void members_areFromFiveRegionsUnlikeInSize();
    void coverage_isUnevenAndLakesIsPoorlyHeard();
    void ties_lookLikeANetwork();
    void ties_restOnEvidenceWithinTheirDates();
    void calls_fillThreeYearsAndRestInJuly();
    void nothingLiesInTheFuture();
    void notes_nameThePeopleTheyAreEvidenceFor();
    void followUps_someDueSomeLateMostDone();
    void views_areThere();
};

void TestDemo::sameOptions_sameFile()
{
    const auto first = Sample(40, 7).digest();
    QCOMPARE(Sample(40, 7).digest(), first);
    QVERIFY(Sample(40, 8).digest() != first);
    QVERIFY(Sample(41, 7).digest() != first);
    QVERIFY(Sample(40, 7, kDay.addDays(1)).digest() != first);
    QCOMPARE(first.size(), std::size_t(64));
}

void TestDemo::anySize_isSoundAndCounted_data()
{
    QTest::addColumn<int>("members");
    for (const int members : {0, 1, 2, 3, 5, 12, 59, 60, 142, 2000})
        QTest::addRow("%d", members) << members;
}

void TestDemo::anySize_isSoundAndCounted()
{
    QFETCH(const int, members);
    Sample sample(members);
    const auto report = got(sample.workspace->check());
    QVERIFY2(report.ok, report.problems.empty() ? "" : report.problems.front().c_str());
    QCOMPARE(sample.members_.size(), static_cast<std::size_t>(members));
    std::set<std::string> names;
    for (const auto& person : sample.people) {
        QVERIFY(validate(person));
        QVERIFY2(names.insert(foldForSearch(person.name)).second, person.name.c_str());
        QVERIFY(isValidUtf8(person.name));
    }
    for (const auto& tie : got(sample.records().ties.all()))
        QVERIFY(validate(tie));
    for (const auto& conversation : got(sample.records().conversations.all()))
        QVERIFY(validate(conversation));
    if (members == 2000) {
        QVERIFY2(report.ties > 7'000 && report.ties < 10'000, std::to_string(report.ties).c_str());
        QVERIFY2(report.conversations > 7'000 && report.conversations < 11'000,
                 std::to_string(report.conversations).c_str());
    }
}

void TestDemo::sizesOutOfRange_makeNothing()
{
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("no.weavemap")).toStdString();
    for (const int members : {-1, 100'001}) {
        actions::DemoOptions options;
        options.members = members;
        const auto made = actions::makeDemoFile(path, options);
        QVERIFY(!made);
        QCOMPARE(made.error().code, ErrorCode::outOfRange);
        QVERIFY(!std::filesystem::exists(path));
    }
}

void TestDemo::fileThatIsThere_isLeftAlone()
{
    Sample sample(3);
    const auto before = sample.digest();
    const auto again = actions::makeDemoFile(sample.path, {.members = 5, .seed = 1, .on = kDay});
    QVERIFY(!again);
    QCOMPARE(sample.digest(), before);
}

void TestDemo::oneStep_thatCanBeUndone()
{
    Sample sample(12);
    const auto full = sample.digest();
    QCOMPARE(got(sample.workspace->history()).size(), std::size_t(1));
    QCOMPARE(sample.workspace->undoLabel().value_or(""), std::string("Sample network"));
    got(sample.workspace->undo());
    QCOMPARE(got(sample.records().people.count()), std::size_t(0));
    QVERIFY(got(sample.records().search.find("a", {})).empty());
    got(sample.workspace->redo());
    QCOMPARE(sample.digest(), full);
    QVERIFY(!got(sample.records().search.find("a", {})).empty());
}

void TestDemo::members_areFromFiveRegionsUnlikeInSize()
{
    Sample sample(142);
    std::map<std::string, int> regions;
    std::set<std::string> roles;
    std::set<OrganizationId> schools;
    int staff = 0, outside = 0, former = 0, consents = 0;
    for (const auto& person : sample.people) {
        staff += person.kind == PersonKind::staff;
        outside += person.kind == PersonKind::outside;
        former += person.left.has_value();
        consents += person.consent != ShowConsent::unset;
        if (sample.member(person.id)) {
            ++regions[person.region];
            roles.insert(person.role);
            schools.insert(person.organization);
        }
    }
    QCOMPARE(regions, (std::map<std::string, int>{
                          {"Coast", 34}, {"Lakes", 18}, {"Midtown", 30}, {"Riverside", 31}, {"Uplands", 29}}));
    QCOMPARE(roles, (std::set<std::string>{"Coach", "Librarian", "Principal", "Specialist", "Teacher"}));
    QVERIFY(schools.size() >= 20 && schools.size() <= 28);
    QCOMPARE(staff, 3);
    QVERIFY(outside >= 3);
    QCOMPARE(former, 20);
    QVERIFY(consents > 50 && consents < 130);
}

void TestDemo::coverage_isUnevenAndLakesIsPoorlyHeard()
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        Sample sample(142, seed);
        std::size_t heard = 0, lakes = 0;
        for (const auto& contact : got(sample.records().conversations.contacts(Instant::atLocal(kDay, 23, 59, 0)))) {
            const auto* person = sample.member(contact.person);
            if (!person || !contact.lastHeard || contact.lastHeard->localDate() < kDay.addMonths(-12))
                continue;
            ++heard;
            lakes += person->region == "Lakes";
        }
        const auto seen = "seed " + std::to_string(seed) + ": " + std::to_string(heard);
        QVERIFY2(heard >= 90 && heard <= 102, seen.c_str());
        QVERIFY2(lakes >= 1 && lakes <= 5, seen.c_str());
    }
}

void TestDemo::ties_lookLikeANetwork()
{
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        Sample sample(142, seed);
        std::map<PersonId, int> degree;
        int exchange = 0, across = 0, stale = 0;
        for (const auto& tie : got(sample.records().ties.all())) {
            const auto *a = sample.member(tie.a), *b = sample.member(tie.b);
            if (!a || !b || !tie.isOpenOn(kDay) || !belongsTo(tie, TieSet::exchange))
                continue;
            ++exchange;
            across += a->region != b->region;
            stale += tie.isStaleOn(kDay);
            ++degree[tie.a];
            ++degree[tie.b];
        }
        int greatest = 0, busy = 0;
        for (const auto& [id, ties] : degree) {
            greatest = std::max(greatest, ties);
            busy += ties >= 10;
        }
        const auto seen = "seed " + std::to_string(seed) + ": " + std::to_string(exchange) + " ties, " +
                          std::to_string(across) + " across, " + std::to_string(stale) + " stale, greatest " +
                          std::to_string(greatest) + ", alone " + std::to_string(142 - degree.size());
        QVERIFY2(exchange >= 290 && exchange <= 370, seen.c_str());
        QVERIFY2(across * 100 >= exchange * 9 && across * 100 <= exchange * 20, seen.c_str());
        QVERIFY2(stale >= 4 && stale <= 50, seen.c_str());
        QVERIFY2(greatest >= 12 && greatest <= 35 && busy <= 25, seen.c_str());
        QVERIFY2(degree.size() >= 130 && degree.size() <= 135, seen.c_str());
    }
}

void TestDemo::ties_restOnEvidenceWithinTheirDates()
{
    Sample sample(142);
    std::map<TieId, std::vector<Evidence>> evidence;
    for (const auto& row : got(sample.records().ties.evidence()))
        evidence[row.tie].push_back(row);
    std::set<int> years;
    std::set<EvidenceKind> kinds;
    for (const auto& tie : got(sample.records().ties.all())) {
        QVERIFY(tie.firstSeen && tie.lastConfirmed && *tie.lastConfirmed <= kDay);
        QVERIFY(!evidence[tie.id].empty());
        years.insert(tie.firstSeen->year());
        for (const auto& row : evidence[tie.id]) {
            QVERIFY(row.on && *row.on >= *tie.firstSeen && *row.on <= *tie.lastConfirmed);
            kinds.insert(row.kind);
            if (row.conversation)
                QCOMPARE(got(sample.records().conversations.find(row.conversation))->when.localDate(), *row.on);
        }
    }
    QVERIFY(years.size() >= 3);
    QVERIFY(kinds.size() >= 4);
}

void TestDemo::calls_fillThreeYearsAndRestInJuly()
{
    Sample sample(142);
    std::map<int, int> byYear, byMonth;
    int missed = 0, total = 0;
    for (const auto& conversation : got(sample.records().conversations.all())) {
        const Date day = conversation.when.localDate();
        QVERIFY(day >= kDay.addYears(-3) && day.weekday() <= 5);
        ++byYear[daysBetween(day, kDay) / 366];
        ++byMonth[day.month()];
        missed += !conversation.reached;
        ++total;
    }
    QVERIFY2(total >= 560 && total <= 740, std::to_string(total).c_str());
    QVERIFY(byYear[0] > byYear[1] && byYear[1] > byYear[2] && byYear[2] > 30);
    QVERIFY(byMonth[7] * 3 < byMonth[9]);
    QVERIFY(missed > 20 && missed < total / 5);
}

void TestDemo::nothingLiesInTheFuture()
{
    Sample sample(142);
    for (const auto& person : sample.people)
        for (const auto& date : {person.joined, person.left, person.archived})
            QVERIFY(!date || *date <= kDay);
    for (const auto& tie : got(sample.records().ties.all()))
        QVERIFY(!tie.ended || *tie.ended <= kDay);
    QVERIFY(got(sample.records().conversations.all()).front().when < Instant::atLocal(kDay, 0, 0, 14 * 60));
    for (const auto& followUp : got(sample.records().conversations.followUps()))
        QVERIFY(!followUp.done || *followUp.done <= kDay);
}

void TestDemo::notes_nameThePeopleTheyAreEvidenceFor()
{
    Sample sample(142);
    std::map<PersonId, std::string> names;
    for (const auto& person : sample.people)
        names[person.id] = person.name;
    std::map<TieId, Tie> ties;
    for (const auto& tie : got(sample.records().ties.all()))
        ties[tie.id] = tie;
    int named = 0, said = 0;
    for (const auto& row : got(sample.records().ties.evidence())) {
        if (!row.conversation || !row.heardFrom)
            continue;
        const auto conversation = got(sample.records().conversations.find(row.conversation));
        if (conversation->participants.size() != 1)
            continue;
        ++said;
        named += conversation->text.find(names[ties[row.tie].other(row.heardFrom)]) != std::string::npos;
    }
    QVERIFY(said > 300);
    QVERIFY2(named * 10 > said * 9, (std::to_string(named) + " of " + std::to_string(said)).c_str());
    for (const auto& conversation : got(sample.records().conversations.all()))
        QVERIFY(conversation.text.find('{') == std::string::npos);
}

void TestDemo::followUps_someDueSomeLateMostDone()
{
    Sample sample(142);
    int done = 0, late = 0, today = 0, later = 0;
    for (const auto& followUp : got(sample.records().conversations.followUps())) {
        if (followUp.done)
            ++done;
        else if (*followUp.due < kDay)
            ++late;
        else if (*followUp.due == kDay)
            ++today;
        else
            ++later;
        QVERIFY(followUp.person && followUp.owner && followUp.conversation);
    }
    QVERIFY(late >= 1 && late <= 12);
    QVERIFY(today >= 2);
    QVERIFY(later >= 2);
    QVERIFY(done > late + today + later);
    std::set<NoteItemKind> kinds;
    for (const auto& item : got(sample.records().conversations.items()))
        kinds.insert(item.kind);
    QVERIFY(kinds.contains(NoteItemKind::need) && kinds.contains(NoteItemKind::offer) &&
            kinds.contains(NoteItemKind::introduction));
}

void TestDemo::views_areThere()
{
    Sample sample(12);
    const auto views = got(sample.records().views.all());
    QCOMPARE(views.size(), std::size_t(3));
    QCOMPARE(views[0].name, std::string("Whole network"));
    QCOMPARE(views[1].name, std::string("Board view"));
    QCOMPARE(*got(sample.records().views.fact("name")), std::string("Ashlands Educators' Network"));
    QCOMPARE(got(sample.records().views.facts("colour:region:")).size(), std::size_t(5));
    QCOMPARE(*got(sample.records().views.fact("colour:region:Coast")), std::string("0"));
    QCOMPARE(*got(sample.records().views.fact("colour:region:Lakes")), std::string("4"));
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
