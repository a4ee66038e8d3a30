// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <memory>
#include <string>

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

private Q_SLOTS:
    void init()
    {
        m_file = std::make_unique<modelstest::OpenFile>();
        m_figures = std::make_unique<FiguresService>(m_file->session, m_file->jobs);
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
        constexpr int kPatienceMs = 60'000; // exact figures of a crowd, also on a slow machine
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

        // A change shows in the quick figures first; the slow ones stand as they were until they are there, too.
        QSignalSpy changed(m_figures.get(), &FiguresService::changed);
        m_file->add("Newcomer");
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, kPatienceMs);
        QVERIFY(!m_figures->isFresh() && !m_figures->result()->isComplete);
        QCOMPARE(m_figures->result()->network.figures.ids.size(), std::size_t{32'001});
        QCOMPARE(m_figures->result()->of(hub, "betweenness_normalized"), 1.0);
        QTRY_VERIFY_WITH_TIMEOUT(m_figures->isFresh(), kPatienceMs);
        QCOMPARE(changed.size(), 2);
        QVERIFY(m_figures->result()->isComplete);
        QVERIFY(m_figures->result()->of(hub, "betweenness_normalized") < 1.0);
        QVERIFY(m_figures->result()->network.figures.undirected.edges.contains("bridges"));

        QVERIFY(m_file->open("b.weavemap")); // another file is asked anew
        QCOMPARE(m_figures->precision(), actions::Precision::estimatedWhereDear);
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
