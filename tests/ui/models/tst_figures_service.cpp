// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QSignalSpy>
#include <QTest>

#include "OpenFile.h"
#include "ui/models/FiguresService.h"

using namespace weavemap;
using namespace weavemap::ui;
using modelstest::day;

/// The figures of the network, kept fresh.
class TestFiguresService : public QObject
{
    Q_OBJECT

    std::unique_ptr<modelstest::OpenFile> m_file;
    std::unique_ptr<FiguresService> m_figures;

    bool becomesFresh()
    {
        return QTest::qWaitFor([this] { return m_figures->isFresh() && m_figures->result(); });
    }

    static constexpr int kPatienceMs = 60'000; // figures of a crowd, also on a slow machine

    /// One who knows everybody: enough people that their figures do not come at once. The hub first, by id.
    std::vector<PersonId> addCrowd(int people)
    {
        std::vector<PersonId> ids;
        bool done = false;
        const auto add = [&ids, people](store::Records& records) -> Result<> {
            for (int i = 0; i < people; ++i) {
                Person member;
                member.name = "Member " + std::to_string(i);
                WEAVEMAP_ASSIGN(const PersonId id, records.people.insert(member));
                ids.push_back(id);
                if (i == 0)
                    continue;
                Tie tie;
                tie.a = ids.front();
                tie.b = id;
                tie.depth = TieDepth::exchange;
                WEAVEMAP_TRY(records.ties.insert(tie));
            }
            return {};
        };
        m_file->session.change(QStringLiteral("Crowd"), add, [&done](const Result<store::ChangeSet>&) { done = true; });
        return QTest::qWaitFor([&done] { return done; }, kPatienceMs) ? ids : std::vector<PersonId>();
    }
    bool becomesFreshInACrowd()
    {
        return QTest::qWaitFor([this] { return m_figures->isFresh() && m_figures->result()->counts; }, kPatienceMs);
    }
    /// Every result that is told from now on.
    std::vector<std::shared_ptr<const FiguresResult>>& told()
    {
        m_told.clear();
        return m_told;
    }
    /// A result that was updated with an edit and not read anew.
    static bool isUpdated(const std::shared_ptr<const FiguresResult>& result)
    {
        return result && result->isComing("core_number");
    }
    std::vector<std::shared_ptr<const FiguresResult>> m_told;

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<modelstest::OpenFile>();
        m_figures = std::make_unique<FiguresService>(m_file->session, m_file->jobs);
        connect(m_figures.get(), &FiguresService::changed, this, [this] { m_told.push_back(m_figures->result()); });
        QVERIFY(m_file->open("a.weavemap"));
    }
    void cleanup()
    {
        m_figures.reset();
        m_file.reset();
    }

    void emptyFile_hasFiguresOfNobody()
    {
        QVERIFY(becomesFresh());
        QCOMPARE(m_figures->result()->indexOf(PersonId{1}), -1);
        QVERIFY(std::isnan(m_figures->result()->of(PersonId{1}, "degree")));
    }

    void tie_makesThemStaleThenFresh()
    {
        const PersonId ana = m_file->add("Ana");
        const PersonId ben = m_file->add("Ben");
        const PersonId cleo = m_file->add("Cleo");
        QVERIFY(becomesFresh());
        QSignalSpy fresh(m_figures.get(), &FiguresService::freshChanged);
        QVERIFY(m_file->tie(ana, ben));
        QVERIFY(m_file->tie(ben, cleo));
        QVERIFY(!m_figures->isFresh());
        QVERIFY(m_figures->result()); // what was known stays to be shown
        QCOMPARE(fresh.first().first().toBool(), false);
        QVERIFY(becomesFresh());
        QCOMPARE(m_figures->result()->of(ben, "degree"), 2.0);
        QCOMPARE(m_figures->result()->of(ana, "degree"), 1.0);
        QVERIFY(std::isnan(m_figures->result()->of(ben, "no_such_measure")));
    }

    void changeThatTouchesNoFigure_doesNotLoseTheResult()
    {
        // The file moves on while figures are computed, but not in anything they rest on.
        const PersonId ana = m_file->add("Ana");
        QVERIFY(becomesFresh());
        m_figures->setTieSet(TieSet::awareness);
        QVERIFY(!m_figures->isFresh());
        for (int i = 0; i < 40; ++i)
            m_file->session.change(QStringLiteral("Promise"), [ana, i](store::Records& records) -> Result<> {
                FollowUp promise;
                promise.person = ana;
                promise.text = "Promise " + std::to_string(i);
                WEAVEMAP_TRY(records.conversations.insert(promise));
                return {};
            });
        QVERIFY(becomesFresh());
        QCOMPARE(m_figures->result()->network.network.set, TieSet::awareness);
    }

    void tieSet_isComputedAnew()
    {
        const PersonId ana = m_file->add("Ana");
        const PersonId ben = m_file->add("Ben");
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            actions::DrawnTie drawn;
            drawn.a = ana;
            drawn.b = ben;
            drawn.depth = TieDepth::aware;
            drawn.on = day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            return {};
        }));
        QVERIFY(becomesFresh());
        QCOMPARE(m_figures->result()->of(ana, "degree"), 0.0);
        m_figures->setTieSet(TieSet::awareness);
        QVERIFY(becomesFresh());
        QCOMPARE(m_figures->result()->of(ana, "degree"), 1.0);
        QSignalSpy fresh(m_figures.get(), &FiguresService::freshChanged);
        m_figures->setTieSet(TieSet::awareness);
        QCOMPARE(fresh.size(), 0);
    }

    void crowd_isEstimatedUntilTheExactFiguresAreAskedFor()
    {
        PersonId hub;
        m_file->session.change(QStringLiteral("Crowd"), [&hub](store::Records& records) -> Result<> {
            Person member;
            member.name = "Hub";
            WEAVEMAP_ASSIGN(hub, records.people.insert(member));
            for (int i = 1; i < 32'000; ++i) {
                member.name = "Member " + std::to_string(i);
                WEAVEMAP_ASSIGN(const PersonId other, records.people.insert(member));
                Tie tie;
                tie.a = hub;
                tie.b = other;
                tie.depth = TieDepth::exchange;
                WEAVEMAP_TRY(records.ties.insert(tie));
            }
            return {};
        });
        QTRY_VERIFY_WITH_TIMEOUT(m_figures->isFresh() && m_figures->result()->of(hub, "degree") == 31'999.0,
                                 kPatienceMs);
        const double bound = m_figures->result()->betweennessBound();
        QVERIFY(bound > 0.0);
        QVERIFY(std::abs(m_figures->result()->of(hub, m_figures->result()->betweennessKey()) - 1.0) <= bound);

        QSignalSpy asked(m_figures.get(), &FiguresService::precisionChanged);
        m_figures->askForExact();
        m_figures->askForExact(); // once is enough
        QCOMPARE(asked.size(), 1);
        QVERIFY(!m_figures->isFresh());
        QVERIFY(m_figures->result()->betweennessBound() > 0.0); // the estimate stays meanwhile, and is called one
        QTRY_VERIFY_WITH_TIMEOUT(m_figures->isFresh(), kPatienceMs);
        QCOMPARE(m_figures->result()->betweennessBound(), 0.0);
        QCOMPARE(m_figures->result()->of(hub, m_figures->result()->betweennessKey()), 1.0);

        QVERIFY(m_file->open("b.weavemap")); // another file is asked anew
        QCOMPARE(m_figures->precision(), actions::Precision::estimatedWhereDear);
    }

    void editInACrowd_isCountedAtOnce_andTheRestFollows()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        const PersonId hub = ids[0], ana = ids[1], ben = ids[2];
        const double before = m_figures->result()->of(hub, "betweenness_normalized");
        QCOMPARE(before, 1.0);
        const auto& results = told();
        QVERIFY(m_file->tie(ana, ben));
        QVERIFY(QTest::qWaitFor([&] { return !results.empty(); }, kPatienceMs));
        const FiguresResult& updated = *results.front();
        QVERIFY(isUpdated(results.front()) && !updated.isComplete());
        QVERIFY(updated.isComing("betweenness_normalized") && !updated.isComing("degree"));
        QCOMPARE(updated.of(ana, "degree"), 2.0);
        QCOMPARE(updated.of(hub, "triangles"), 1.0);
        QVERIFY(*updated.network.figures.undirected.number("transitivity_global") > 0.0);
        QCOMPARE(updated.network.figures.undirected.number("edges"), std::optional(8'000.0));
        QCOMPARE(updated.data.ties.size(), std::size_t{8'000});
        QCOMPARE(updated.of(hub, "betweenness_normalized"), before); // until it is there, too

        QVERIFY(becomesFreshInACrowd());
        QVERIFY(results.back()->isComplete());
        QVERIFY(results.back()->of(hub, "betweenness_normalized") < before);
        QVERIFY(results.back()->network.figures.undirected.edges.contains("bridges"));
        for (const char* key : {"degree", "component", "triangles", "clustering_local"})
            QVERIFY(*updated.network.figures.undirected.perNode(key) ==
                    *results.back()->network.figures.undirected.perNode(key));

        told();
        m_file->session.undo();
        QVERIFY(QTest::qWaitFor([&] { return !results.empty(); }, kPatienceMs));
        QVERIFY(isUpdated(results.front()));
        QCOMPARE(results.front()->of(ana, "degree"), 1.0);
        QCOMPARE(results.front()->of(hub, "triangles"), 0.0);
    }

    void newcomerInACrowd_standsInTheListsAtOnce()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        const auto& results = told();
        const PersonId ana = m_file->add("Ana");
        QVERIFY(QTest::qWaitFor([&] { return !results.empty(); }, kPatienceMs));
        const FiguresResult& updated = *results.front();
        QVERIFY(isUpdated(results.front()));
        QCOMPARE(updated.of(ana, "degree"), 0.0);
        QVERIFY(std::isnan(updated.of(ana, "betweenness_normalized"))); // not known yet
        QCOMPARE(updated.of(ids[0], "betweenness_normalized"), 1.0);
        QCOMPARE(updated.network.coverage.members, std::size_t{8'001});
        QCOMPARE(updated.network.figures.undirected.number("components"), std::optional(2.0));
        // Another edit before the rest is there goes on from these.
        QVERIFY(m_file->tie(ana, ids[1]));
        QVERIFY(QTest::qWaitFor(
            [&] { return m_figures->result()->network.figures.undirected.number("components") == 1.0; }, kPatienceMs));
        QVERIFY(becomesFreshInACrowd());
        QCOMPARE(m_figures->result()->of(ana, "degree"), 1.0);
    }

    void manyRowsInACrowd_areReadAnew()
    {
        addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        const auto& results = told();
        addCrowd(600);
        QVERIFY(becomesFreshInACrowd());
        QCOMPARE(m_figures->result()->network.figures.ids.size(), std::size_t{8'600});
        QVERIFY(!results.empty() && std::none_of(results.begin(), results.end(), isUpdated));
    }

    void hubOfACrowd_leavesAndComesBack_isReadAnew()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QCOMPARE(addCrowd(8'000).size(), std::size_t{8'000}); // who have a hub of their own
        QVERIFY(becomesFreshInACrowd());
        const auto& results = told();
        for (const std::optional<Date> archived : {std::optional(day(2026, 10, 1)), std::optional<Date>()}) {
            QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
                WEAVEMAP_ASSIGN(auto hub, records.people.find(ids[0]));
                hub->archived = archived;
                return records.people.update(*hub);
            }));
            QVERIFY(!m_figures->isFresh());
            QVERIFY(becomesFreshInACrowd());
            QCOMPARE(m_figures->result()->of(ids[1], "degree"), archived ? 0.0 : 1.0);
        }
        // One row of the file, thousands of ties of the network.
        QVERIFY(std::none_of(results.begin(), results.end(), isUpdated));
    }

    void openingACrowd_showsWhatIsQuickFirst()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        QVERIFY(m_file->open("b.weavemap"));
        QVERIFY(becomesFresh());
        QVERIFY(!m_figures->result()->counts);
        const auto& results = told();
        QVERIFY(m_file->open("a.weavemap", Session::OpenMode::existing));
        QVERIFY(becomesFreshInACrowd());
        QCOMPARE(results.size(), std::size_t{3});
        QVERIFY(!results[0]); // the other file is closed
        QCOMPARE(results[1]->of(ids[0], "degree"), 7'999.0);
        QCOMPARE(results[1]->of(ids[0], "core_number"), 1.0);
        QVERIFY(results[1]->isComing("betweenness_normalized") && !results[1]->isComing("core_number"));
        QVERIFY(std::isnan(results[1]->of(ids[0], "betweenness_normalized")));
        QVERIFY(results[2]->isComplete());
        QCOMPARE(results[2]->of(ids[0], "betweenness_normalized"), 1.0);
    }

    void callInACrowd_isHeardOfAtOnce()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        QCOMPARE(m_figures->result()->network.coverage.heard, std::size_t{0});
        const auto& results = told();
        QVERIFY(m_file->change([&](store::Records& records) -> Result<> {
            Conversation call;
            call.participants = {ids[1], ids[2]};
            call.reached = true;
            call.when = Instant::atLocal(day(2026, 10, 14), 9, 0, 0);
            WEAVEMAP_TRY(records.conversations.insert(call));
            return {};
        }));
        QVERIFY(QTest::qWaitFor([&] { return !results.empty(); }, kPatienceMs));
        QVERIFY(isUpdated(results.front()));
        QCOMPARE(results.front()->network.coverage.heard, std::size_t{2});
    }

    void afterMidnight_allIsReadAnew()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        m_file->clock = FixedClock(Instant::atLocal(day(2026, 10, 16), 0, 5, 0));
        const auto& results = told();
        QVERIFY(m_file->tie(ids[1], ids[2]));
        QVERIFY(!m_figures->isFresh());
        QVERIFY(becomesFreshInACrowd());
        QVERIFY(std::none_of(results.begin(), results.end(), isUpdated));
        QVERIFY(std::all_of(results.begin(), results.end(),
                            [](const auto& r) { return r->network.network.on == day(2026, 10, 16); }));
    }

    void unreadableFile_endsTheComputing()
    {
        const std::vector<PersonId> ids = addCrowd(8'000);
        QVERIFY(becomesFreshInACrowd());
        QSignalSpy failed(m_figures.get(), &FiguresService::failed);
        const auto& results = told();
        connect(m_figures.get(), &FiguresService::changed, this, [this] {
            if (isUpdated(m_figures->result())) // before it is read anew
                std::filesystem::rename(m_file->at("a.weavemap"), m_file->at("away.weavemap"));
        });
        QVERIFY(m_file->tie(ids[1], ids[2]));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, kPatienceMs);
        QVERIFY(!m_figures->isFresh());
        const FiguresResult& known = *m_figures->result();
        QVERIFY(known.isComplete());
        QCOMPARE(known.of(ids[1], "degree"), 2.0);
        QVERIFY(known.network.figures.undirected.perNode("betweenness_normalized") == nullptr);
        QVERIFY(!known.network.figures.undirected.number("largest.diameter"));
        QVERIFY(known.counts); // the next edit tries again
        QVERIFY(results.size() == 2);
        std::filesystem::rename(m_file->at("away.weavemap"), m_file->at("a.weavemap"));
    }

    void closing_letsGoOfThem()
    {
        QVERIFY(becomesFresh());
        QSignalSpy changed(m_figures.get(), &FiguresService::changed);
        m_file->session.close();
        QVERIFY(!m_figures->result());
        QVERIFY(!m_figures->isFresh());
        QCOMPARE(changed.size(), 1);
    }

    void anotherFile_hasItsOwnFigures()
    {
        m_file->add("Ana");
        m_file->add("Ben");
        QVERIFY(m_file->open("b.weavemap"));
        const PersonId only = m_file->add("Only");
        QVERIFY(becomesFresh());
        QVERIFY(m_figures->result()->indexOf(only) == 0);
        QCOMPARE(m_figures->result()->data.people.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestFiguresService)
#include "tst_figures_service.moc"
