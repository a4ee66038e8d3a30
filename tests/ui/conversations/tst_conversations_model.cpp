// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <utility>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "CallDesk.h"
#include "ui/conversations/ConversationsFilter.h"
#include "ui/conversations/ConversationsModel.h"

using namespace weavemap;
using namespace weavemap::ui;
using conversationstest::CallDesk;

namespace {

ConversationRow row(std::int64_t id, std::int64_t at, const QString& words = {})
{
    ConversationRow made;
    made.id = ConversationId{id};
    made.when.unixMs = at;
    made.firstWords = words;
    made.folded = QLatin1Char(' ') + words;
    return made;
}

} // namespace

/// The timeline's rows and what narrows them.
class TestConversationsModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<CallDesk> m_desk;
    std::unique_ptr<ConversationsModel> m_model;

    std::vector<std::int64_t> ids() const
    {
        std::vector<std::int64_t> found;
        for (int at = 0; at < m_model->rowCount(); ++at)
            found.push_back(m_model->row(at).id.value);
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<CallDesk>();
        m_model = std::make_unique<ConversationsModel>(m_desk->session, m_desk->jobs);
    }
    void cleanup()
    {
        m_model.reset();
        m_desk.reset();
    }

    void adopt_keepsTheModelRulesWithoutAReset()
    {
        ConversationsFilter filter(*m_model);
        QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->adopt({});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->adopt({row(5, 50), row(3, 30), row(1, 10)});
        QCOMPARE(ids(), (std::vector<std::int64_t>{5, 3, 1}));
        // One gone, one moved in time, two new at one moment, one with other words.
        m_model->adopt({row(6, 60), row(3, 55), row(8, 40), row(7, 40), row(1, 10, QStringLiteral("new"))});
        QCOMPARE(ids(), (std::vector<std::int64_t>{6, 3, 8, 7, 1}));
        QCOMPARE(m_model->index(4).data(ConversationsModel::kWordsRole).toString(), QStringLiteral("new"));
        filter.setWords(QStringLiteral("new"));
        QCOMPARE(filter.rowCount(), 1);
        m_model->adopt({});
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void changedRow_isToldAloneAndTheRestStays()
    {
        m_model->adopt({row(2, 20), row(1, 10)});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        m_model->adopt({row(2, 20), row(1, 10, QStringLiteral("x"))});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().row(), 1);
        QCOMPARE(inserted.size(), 0);
    }

    void tenThousand_comeAndGoInOneStretch()
    {
        std::vector<ConversationRow> rows;
        for (int i = 10'000; i > 0; --i)
            rows.push_back(row(i, i));
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        m_model->adopt(rows);
        QCOMPARE(m_model->rowCount(), 10'000);
        QCOMPARE(inserted.size(), 1);
        m_model->adopt({row(1, 1)});
        QCOMPARE(m_model->rowCount(), 1);
        QCOMPARE(removed.size(), 1);
    }

    void file_isReadNewestFirstUnderItsHeadings()
    {
        QVERIFY(m_desk->open("a.weavemap"));
        QTRY_VERIFY(m_model->isLoaded());
        const PersonId ruth = m_desk->add("Ruth", PersonKind::staff);
        const PersonId ana = m_desk->add("Ana Ruiz");
        m_desk->talk(CallDesk::conversation(ruth, ana, "long ago", 60));
        m_desk->talk(CallDesk::conversation(ruth, ana, "today\nsecond line", 0));
        m_desk->talk(CallDesk::conversation(ruth, ana, "before", 1));
        QTRY_COMPARE(m_model->rowCount(), 3);
        const auto text = [this](int at, int role) { return m_model->index(at).data(role).toString(); };
        QCOMPARE(text(0, ConversationsModel::kHeadingRole), QStringLiteral("Today"));
        QCOMPARE(text(0, ConversationsModel::kWordsRole), QStringLiteral("today second line"));
        QCOMPARE(text(1, ConversationsModel::kHeadingRole), QStringLiteral("Yesterday"));
        QCOMPARE(text(2, ConversationsModel::kHeadingRole), QStringLiteral("August 2026"));
        QCOMPARE(text(2, Qt::DisplayRole), QStringLiteral("Ana Ruiz"));
        m_desk->session.close();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void filter_wantsEveryWordAndEveryChoice()
    {
        ConversationsFilter filter(*m_model);
        ConversationRow one = row(2, 20, QStringLiteral("reading club"));
        one.kind = ConversationKind::video;
        one.staff = PersonId{7};
        one.participants = {PersonId{9}};
        m_model->adopt({one, row(1, 10, QStringLiteral("club"))});
        filter.setWords(QStringLiteral("CL\u00DAb"));
        QCOMPARE(filter.rowCount(), 2);
        filter.setWords(QStringLiteral("club read"));
        QCOMPARE(filter.rowCount(), 1);
        filter.setWords(QStringLiteral("lub"));
        QCOMPARE(filter.rowCount(), 0);
        filter.clear();
        QCOMPARE(filter.rowCount(), 2);
        filter.setKind(ConversationKind::video);
        filter.setStaff(PersonId{7});
        filter.setPerson(PersonId{9});
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.idAt(0), ConversationId{2});
        QCOMPARE(filter.rowOf(ConversationId{1}), -1);
        filter.setPerson(PersonId{8});
        QCOMPARE(filter.rowCount(), 0);
    }
};

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    ThemeController theme(app, ThemeChoice::light);
    TestConversationsModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_conversations_model.moc"
