// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <memory>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/actions/EditNetwork.h"
#include "ui/session/Session.h"

using namespace weavemap;
using namespace weavemap::ui;

namespace {

store::Workspace::ChangeFunction adds(const std::string& name, PersonKind kind = PersonKind::member)
{
    return [name, kind](store::Records& records) -> Result<> {
        Person person;
        person.name = name;
        person.kind = kind;
        WEAVEMAP_TRY(actions::addPerson(records, person));
        return {};
    };
}

Result<> refuses(store::Records&) { return fail(ErrorCode::outOfRange, {"test"}); }

} // namespace

/// The open file as the window sees it: change, signal, undo, and files one after another.
class TestSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;

    std::filesystem::path at(const char* name) const
    {
        return std::filesystem::path(m_folder->path().toStdString()) / name;
    }
    bool opens(const std::filesystem::path& path, Session::OpenMode mode = Session::OpenMode::existing)
    {
        QSignalSpy opened(m_session.get(), &Session::opened);
        QSignalSpy failed(m_session.get(), &Session::openFailed);
        m_session->open(path, mode);
        return QTest::qWaitFor([&] { return !opened.isEmpty() || !failed.isEmpty(); }) && failed.isEmpty();
    }
    std::size_t people() { return m_session->records().people.count().value_or(999); }
    std::string digest()
    {
        std::string text;
        bool done = false;
        m_session->request<store::CheckReport>([](store::Workspace& w) { return w.check(); },
                                               [&](Result<store::CheckReport> report) {
                                                   text = report ? report->digest : "failed";
                                                   done = true;
                                               });
        return QTest::qWaitFor([&] { return done; }) ? text : "late";
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_session = std::make_unique<Session>();
    }
    void cleanup()
    {
        m_session.reset();
        m_folder.reset();
    }

    void create_opensAnEmptyFile()
    {
        QVERIFY(!m_session->isOpen());
        QVERIFY(opens(at("Ash Grove.weavemap"), Session::OpenMode::create));
        QVERIFY(m_session->isOpen());
        QVERIFY(!m_session->isOpening());
        QVERIFY(!m_session->isReadOnly());
        QVERIFY(!m_session->canUndo());
        QCOMPARE(people(), 0U);
        QCOMPARE(m_session->networkName(), QStringLiteral("Ash Grove"));
    }

    void change_isToldAfterTheCommit()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        std::size_t seen = 0;
        std::uint64_t revision = 0;
        bool doneAfterChanged = false;
        QObject here;
        connect(m_session.get(), &Session::changed, &here, [&](const store::ChangeSet& changes) {
            seen = people();
            revision = m_session->revision();
            QCOMPARE(changes.revision, revision);
            QVERIFY(changes.touches(store::Table::person));
        });
        const auto before = m_session->revision();
        bool done = false;
        m_session->change(QStringLiteral("New person Ana"), adds("Ana"), [&](Result<store::ChangeSet> result) {
            doneAfterChanged = seen == 1;
            done = result.has_value();
        });
        QTRY_VERIFY(done);
        QVERIFY(doneAfterChanged);
        QCOMPARE(revision, before + 1);
        QCOMPARE(m_session->undoLabel(), QStringLiteral("New person Ana"));
        QVERIFY(m_session->canUndo());
        QVERIFY(!m_session->canRedo());
    }

    void erase_isToldLikeAChangeAndEndsUndo()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        m_session->change(QStringLiteral("New person Ana"), adds("Ana Ruiz"));
        m_session->change(QStringLiteral("New person Ben"), adds("Ben"));
        m_session->post([](store::Workspace& workspace) { (void)workspace.backup(); });
        QTRY_COMPARE(m_session->undoLabel(), QStringLiteral("New person Ben"));
        const PersonId ana = m_session->records().people.findByName("Ana Ruiz")->front().id;
        QStringList told;
        QObject here;
        connect(m_session.get(), &Session::changed, &here, [&](const store::ChangeSet& changes) {
            told << QStringLiteral("changed");
            QCOMPARE(people(), 1U);
            QVERIFY(changes.touches(store::Table::person));
        });
        connect(m_session.get(), &Session::personErased, &here, [&](PersonId person, const QString& name) {
            told << QStringLiteral("erased");
            QCOMPARE(person, ana);
            QCOMPARE(name, QStringLiteral("Ana Ruiz"));
        });
        QSignalSpy failed(m_session.get(), &Session::failed), unfinished(m_session.get(), &Session::erasingUnfinished);
        const auto before = m_session->revision();
        double share = 0;
        m_session->erase(
            ana,
            [&](const Result<>& done) {
                QVERIFY(done);
                told << QStringLiteral("done");
            },
            [&](double now) { share = now; });
        QVERIFY(m_session->isSaving());
        QTRY_COMPARE(told, QStringList({QStringLiteral("changed"), QStringLiteral("erased"), QStringLiteral("done")}));
        QVERIFY(!m_session->isSaving());
        QVERIFY(share > 0);
        QCOMPARE(m_session->revision(), before + 1);
        QVERIFY(!m_session->canUndo() && !m_session->canRedo());
        QVERIFY(failed.isEmpty() && unfinished.isEmpty());
    }

    void erase_ofWhatIsNotThereChangesNothing()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        m_session->change(QStringLiteral("New person Ana"), adds("Ana"));
        QTRY_VERIFY(m_session->canUndo());
        const std::string before = digest();
        QSignalSpy failed(m_session.get(), &Session::failed), changed(m_session.get(), &Session::changed),
            erased(m_session.get(), &Session::personErased), gone(m_session.get(), &Session::conversationErased);
        int ended = 0;
        const auto end = [&](const Result<>& done) { ended += done ? 0 : 1; };
        m_session->erase(PersonId{5}, end);
        m_session->erase(ConversationId{5}, end);
        QTRY_COMPARE(ended, 2);
        QCOMPARE(failed.size(), 2);
        QVERIFY(changed.isEmpty() && erased.isEmpty() && gone.isEmpty());
        QVERIFY(m_session->canUndo());
        QCOMPARE(digest(), before);
    }

    void changes_areMadeInOrder()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        QSignalSpy changed(m_session.get(), &Session::changed);
        QStringList told;
        QObject here;
        connect(m_session.get(), &Session::changed, &here,
                [&](const store::ChangeSet& changes) { told.append(QString::fromStdString(changes.label)); });
        QStringList expected;
        for (int i = 0; i < 20; ++i) {
            expected.append(QString::number(i));
            m_session->change(QString::number(i), adds("Person " + std::to_string(i)));
        }
        QVERIFY(m_session->isSaving());
        QTRY_COMPARE(changed.size(), 20);
        QCOMPARE(told, expected);
        QVERIFY(!m_session->isSaving());
        QCOMPARE(m_session->undoLabel(), QStringLiteral("19"));
    }

    void failure_isToldAndNothingIsChanged()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        const std::string before = digest();
        QSignalSpy changed(m_session.get(), &Session::changed);
        QSignalSpy failed(m_session.get(), &Session::failed);
        bool done = false;
        m_session->change(
            QStringLiteral("Half"),
            [](store::Records& records) -> Result<> {
                WEAVEMAP_TRY(adds("Somebody")(records));
                return refuses(records);
            },
            [&](Result<store::ChangeSet> result) { done = !result && !failed.isEmpty(); });
        QTRY_VERIFY(done);
        QCOMPARE(failed.first().first().toString(), QStringLiteral("Half"));
        QCOMPARE(changed.size(), 0);
        QCOMPARE(people(), 0U);
        QCOMPARE(digest(), before);
        QVERIFY(!m_session->canUndo());
    }

    void changeThatChangesNothing_isNoStep()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        QSignalSpy changed(m_session.get(), &Session::changed);
        bool done = false;
        m_session->change(
            QStringLiteral("Nothing"), [](store::Records&) { return Result<>{}; },
            [&](Result<store::ChangeSet> result) { done = result && result->isEmpty(); });
        QTRY_VERIFY(done);
        QCOMPARE(changed.size(), 0);
        QVERIFY(!m_session->canUndo());
    }

    void undoAndRedo_keepLabelsAndData()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        const std::string empty = digest();
        QSignalSpy changed(m_session.get(), &Session::changed);
        m_session->change(QStringLiteral("First"), adds("Ana"));
        m_session->change(QStringLiteral("Second"), adds("Ben"));
        QTRY_COMPARE(changed.size(), 2);
        const std::string both = digest();
        m_session->undo();
        QTRY_COMPARE(changed.size(), 3);
        QCOMPARE(m_session->undoLabel(), QStringLiteral("First"));
        QCOMPARE(m_session->redoLabel(), QStringLiteral("Second"));
        m_session->undo();
        QTRY_COMPARE(changed.size(), 4);
        QVERIFY(!m_session->canUndo());
        QCOMPARE(digest(), empty);
        m_session->redo();
        m_session->redo();
        QTRY_COMPARE(changed.size(), 6);
        QVERIFY(!m_session->canRedo());
        QCOMPARE(digest(), both);
    }

    void undoWithNothingToUndo_fails()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        QSignalSpy failed(m_session.get(), &Session::failed);
        m_session->undo();
        QTRY_COMPARE(failed.size(), 1);
    }

    void close_storesWhatIsQueuedAndTellsBeforeItCloses()
    {
        const auto path = at("a.weavemap");
        QVERIFY(opens(path, Session::OpenMode::create));
        QStringList told;
        QObject here;
        connect(m_session.get(), &Session::changed, &here, [&] { told.append(QStringLiteral("changed")); });
        connect(m_session.get(), &Session::closing, &here, [&] { told.append(QStringLiteral("closing")); });
        connect(m_session.get(), &Session::closed, &here, [&] { told.append(QStringLiteral("closed")); });
        for (int i = 0; i < 3; ++i)
            m_session->change(QStringLiteral("Add"), adds("Person " + std::to_string(i)),
                              [&](const Result<store::ChangeSet>&) { told.append(QStringLiteral("done")); });
        m_session->close();
        QVERIFY(!m_session->isOpen());
        const QStringList expected =
            QStringLiteral("changed done changed done changed done closing closed").split(QLatin1Char(' '));
        QCOMPARE(told, expected);
        QVERIFY(m_session->undoLabel().isEmpty());
        QVERIFY(opens(path));
        QCOMPARE(people(), 3U);
        QCOMPARE(told, expected); // nothing is told late
    }

    void destructor_storesWhatIsQueued()
    {
        const auto path = at("a.weavemap");
        QVERIFY(opens(path, Session::OpenMode::create));
        m_session->change(QStringLiteral("Add"), adds("Ana"));
        m_session.reset();
        m_session = std::make_unique<Session>();
        QVERIFY(opens(path));
        QCOMPARE(people(), 1U);
    }

    void openFailing_leavesNothingOpen()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        QVERIFY(!opens(at("missing.weavemap")));
        QVERIFY(!m_session->isOpen());
        QVERIFY(!m_session->isOpening());
        std::ofstream(at("text.weavemap")) << "not a database";
        QVERIFY(!opens(at("text.weavemap")));
        QVERIFY(!m_session->isOpen());
        QVERIFY(opens(at("a.weavemap")));
    }

    void twoFilesInARow_doNotMix()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        m_session->change(QStringLiteral("Add"), adds("Ana"));
        QVERIFY(opens(at("b.weavemap"), Session::OpenMode::create));
        QCOMPARE(people(), 0U);
        QVERIFY(!m_session->canUndo());
        QCOMPARE(m_session->path(), at("b.weavemap"));
        QVERIFY(opens(at("a.weavemap")));
        QCOMPARE(people(), 1U);
        QCOMPARE(m_session->undoLabel(), QStringLiteral("Add"));
    }

    void openAskedTwiceAtOnce_opensTheLast()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        QVERIFY(opens(at("b.weavemap"), Session::OpenMode::create));
        m_session->close();
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->open(at("a.weavemap"));
        m_session->open(at("b.weavemap"));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(m_session->path(), at("b.weavemap"));
        // The first file's lock is gone: another may open it for writing.
        Session other;
        QSignalSpy otherOpened(&other, &Session::opened);
        other.open(at("a.weavemap"));
        QTRY_COMPARE(otherOpened.size(), 1);
        QVERIFY(!other.isReadOnly());
        QCOMPARE(opened.size(), 1);
    }

    void closeWhileOpening_opensNothing()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        m_session->close();
        QSignalSpy opened(m_session.get(), &Session::opened);
        m_session->open(at("a.weavemap"));
        m_session->close();
        QVERIFY(!m_session->isOpening());
        QVERIFY(opens(at("a.weavemap")));
        QCOMPARE(opened.size(), 1);
    }

    void fileOpenElsewhere_isReadOnly()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        Session other;
        QSignalSpy opened(&other, &Session::opened);
        other.open(at("a.weavemap"));
        QTRY_COMPARE(opened.size(), 1);
        QVERIFY(other.isReadOnly());
        QSignalSpy failed(&other, &Session::failed);
        other.change(QStringLiteral("Add"), adds("Ana"));
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(people(), 0U);
    }

    void me_isTheStaffPersonOfThatName()
    {
        QVERIFY(opens(at("a.weavemap"), Session::OpenMode::create));
        m_session->setMe(QStringLiteral("Ruth Ōmori"));
        QVERIFY(!m_session->me());
        QSignalSpy me(m_session.get(), &Session::meChanged);
        m_session->change(QStringLiteral("Member"), adds("Ruth Ōmori"));
        m_session->change(QStringLiteral("Staff"), adds("Ruth Ōmori", PersonKind::staff));
        QTRY_COMPARE(me.size(), 1);
        const auto found = m_session->records().people.find(m_session->me());
        QVERIFY(found && *found);
        QCOMPARE((*found)->kind, PersonKind::staff);
        m_session->setMe({});
        QVERIFY(!m_session->me());
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
