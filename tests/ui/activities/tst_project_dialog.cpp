// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>

#include "ActivityDesk.h"
#include "ui/activities/PeopleTicks.h"
#include "ui/activities/ProjectDialog.h"

using namespace activitytest;
using ui::ProjectDialog;

class TestProjectDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<ActivityDesk> m_desk;

    ProjectDialog* shown(ProjectId id = {})
    {
        auto* dialog = new ProjectDialog(m_desk->office(), id);
        dialog->open();
        const bool exposed = QTest::qWaitForWindowExposed(dialog);
        return exposed ? dialog : nullptr;
    }
    ProjectId put(Project project)
    {
        m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(project.id, records.projects.insert(project));
            return {};
        });
        return project.id;
    }
    ConversationId call(Confidentiality level, PersonId staff)
    {
        Conversation conversation;
        conversation.when = Instant::atLocal(day(2026, 10, 3), 10, 0, 0);
        conversation.staff = staff;
        conversation.participants = {m_desk->ana};
        conversation.confidentiality = level;
        m_desk->change(QStringLiteral("Call"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(conversation.id, records.conversations.insert(conversation));
            return {};
        });
        return conversation.id;
    }
    std::vector<Project> projects() { return m_desk->records().projects.all().value(); }
    template <class Value>
    void choose(QDialog& dialog, const char* combo, Value value)
    {
        auto* box = m_desk->find<QComboBox>(dialog, combo);
        box->setCurrentIndex(box->findData(static_cast<qlonglong>(value)));
    }

private Q_SLOTS:
    void init() { m_desk = std::make_unique<ActivityDesk>(); }
    void cleanup() { m_desk.reset(); }

    void newOne_isStoredAsOneStep()
    {
        Introduction introduction;
        introduction.a = m_desk->ana;
        introduction.b = m_desk->ben;
        introduction.proposed = day(2026, 1, 5);
        QVERIFY(m_desk->change(QStringLiteral("Introduce"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.introductions.insert(introduction));
            return {};
        }));
        const auto before = m_desk->digest();
        auto* dialog = shown();
        QVERIFY(dialog != nullptr && dialog->isThere());
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Shared unit"));
        m_desk->find<QLineEdit>(*dialog, "projectPurpose")->setText(QStringLiteral("One unit"));
        choose(*dialog, "projectStatus", ProjectStatus::paused);
        m_desk->find<QCheckBox>(*dialog, "projectIsStarted")->setChecked(true);
        m_desk->find<QDateEdit>(*dialog, "projectStarted")->setDate(QDate(2026, 2, 1));
        choose(*dialog, "projectHeard", ProjectHeard::survey);
        choose(*dialog, "projectOrigin", ProjectOrigin::introduction);
        auto* source = m_desk->find<QComboBox>(*dialog, "projectSource");
        QCOMPARE(source->count(), 1); // nobody is in it yet
        auto* filter = m_desk->find<QLineEdit>(*dialog, "ticksFilter");
        for (const char* name : {"ana", "ben"}) {
            filter->setText(QString::fromLatin1(name));
            QTest::keyClick(filter, Qt::Key_Return);
        }
        QCOMPARE(source->count(), 2);
        choose(*dialog, "projectSource", introduction.id.value);
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(projects().size(), 1U);
        const Project stored = projects().front();
        QVERIFY(stored.name == "Shared unit" && stored.purpose == "One unit" && stored.writer == m_desk->ruth);
        QVERIFY(stored.status == ProjectStatus::paused && stored.heard == ProjectHeard::survey);
        QCOMPARE(stored.started, std::optional(day(2026, 2, 1)));
        QVERIFY(stored.origin == ProjectOrigin::introduction && stored.introduction == introduction.id);
        QCOMPARE(stored.people.size(), 2U);
        QCOMPARE(m_desk->lastStep(), QStringLiteral("New project Shared unit"));
        m_desk->undo();
        QCOMPARE(m_desk->digest(), before);
    }

    void withoutAName_saysSoAndStays()
    {
        auto* dialog = shown();
        m_desk->find<QLineEdit>(*dialog, "projectName")->setText(QStringLiteral(" \t"));
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_desk->find<QLabel>(*dialog, "activityTrouble")->isVisible());
        QVERIFY(projects().empty());
        dialog->close();
    }

    void storedOne_opensAsItIs_andUnchangedIsNoStep()
    {
        Project project;
        project.name = "Unit";
        project.purpose.assign(200'000, 'x'); // a line of a file that something else wrote
        project.status = ProjectStatus::done;
        project.isPlannedByUs = true;
        project.conversation = call(Confidentiality::shareable, m_desk->ruth);
        project.heard = ProjectHeard::call;
        project.origin = ProjectOrigin::resource;
        project.people = {m_desk->cy, m_desk->ana};
        const auto id = put(project);
        const auto before = m_desk->digest();
        auto* dialog = shown(id);
        QSignalSpy asked(dialog, &ProjectDialog::conversationRequested);
        QVERIFY(!m_desk->find<QDateEdit>(*dialog, "projectStarted")->isEnabled());
        auto* toCall = m_desk->find<QAbstractButton>(*dialog, "projectToCall");
        QVERIFY(toCall->isVisible() && toCall->text().contains(QStringLiteral("Ana Núñez")));
        QVERIFY(!m_desk->find<QComboBox>(*dialog, "projectSource")->isVisible());
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(m_desk->digest(), before);
        dialog = shown(id);
        QSignalSpy asks(dialog, &ProjectDialog::conversationRequested);
        m_desk->find<QAbstractButton>(*dialog, "projectToCall")->click();
        QCOMPARE(asks.size(), 1);
        QCOMPARE(asks.front().front().value<ConversationId>(), project.conversation);
    }

    void itsIntroduction_isOpenedFromIt()
    {
        Introduction introduction;
        introduction.a = m_desk->ana;
        introduction.b = m_desk->ben;
        introduction.proposed = day(2026, 1, 5);
        QVERIFY(m_desk->change(QStringLiteral("Introduce"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.introductions.insert(introduction));
            return {};
        }));
        Project project;
        project.name = "Unit";
        project.origin = ProjectOrigin::introduction;
        project.introduction = introduction.id; // whose two are not in it: it stays named all the same
        auto* dialog = shown(put(project));
        QSignalSpy asked(dialog, &ProjectDialog::introductionRequested);
        m_desk->find<QAbstractButton>(*dialog, "projectToSource")->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<IntroductionId>(), introduction.id);
    }

    void whatItCameFrom_staysWhereItMayNotBeSeen()
    {
        Introduction introduction;
        introduction.a = m_desk->ana;
        introduction.b = m_desk->ben;
        introduction.proposed = day(2026, 1, 5);
        introduction.host = m_desk->omar;
        introduction.confidentiality = Confidentiality::onlyMe;
        Convening evening = convening("Evening", day(2026, 4, 1));
        evening.confidentiality = Confidentiality::onlyMe;
        evening.writer = m_desk->omar;
        Convening open = convening("Open", day(2026, 4, 2));
        QVERIFY(m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.introductions.insert(introduction));
            WEAVEMAP_ASSIGN(evening.id, records.convenings.insert(evening));
            WEAVEMAP_ASSIGN(open.id, records.convenings.insert(open));
            return {};
        }));
        Project met, heard;
        met.name = "Met";
        met.people = {m_desk->ana, m_desk->ben};
        met.origin = ProjectOrigin::introduction;
        met.introduction = introduction.id;
        heard.name = "Heard";
        heard.origin = ProjectOrigin::convening;
        heard.convening = evening.id;
        for (const ProjectId id : {put(met), put(heard)}) {
            Project before = m_desk->records().projects.find(id).value().value();
            auto* dialog = shown(id);
            auto* source = m_desk->find<QComboBox>(*dialog, "projectSource");
            QCOMPARE(source->currentData().toLongLong(), 0); // it is not told of
            QVERIFY(!m_desk->find<QAbstractButton>(*dialog, "projectToSource")->isVisible());
            choose(*dialog, "projectStatus", ProjectStatus::done);
            QVERIFY(ActivityDesk::stored(dialog));
            before.status = ProjectStatus::done;
            QVERIFY(m_desk->records().projects.find(id).value() == before);
        }
        heard.id = projects().back().id; // another is chosen in its stead
        auto* dialog = shown(heard.id);
        choose(*dialog, "projectSource", open.id.value);
        QVERIFY(ActivityDesk::stored(dialog));
        QCOMPARE(m_desk->records().projects.find(heard.id).value()->convening, open.id);
    }

    void whatItCameFrom_isChosenAgainWhereItsKindIsChosenBack()
    {
        Introduction introduction;
        introduction.a = m_desk->ana;
        introduction.b = m_desk->ben;
        introduction.proposed = day(2026, 1, 5);
        QVERIFY(m_desk->change(QStringLiteral("Put"), [&](store::Records& records) -> Result<> {
            WEAVEMAP_ASSIGN(introduction.id, records.introductions.insert(introduction));
            return records.convenings.insert(convening("Evening", day(2026, 4, 1))).map([](ConveningId) {});
        }));
        Project project;
        project.name = "Unit";
        project.origin = ProjectOrigin::introduction;
        project.introduction = introduction.id;
        auto* dialog = shown(put(project));
        auto* source = m_desk->find<QComboBox>(*dialog, "projectSource");
        choose(*dialog, "projectOrigin", ProjectOrigin::convening);
        QCOMPARE(source->count(), 2);
        QCOMPARE(source->currentData().toLongLong(), 0);
        choose(*dialog, "projectOrigin", ProjectOrigin::introduction);
        QCOMPARE(source->currentData().toLongLong(), introduction.id.value);
        dialog->close();
    }

    void asConfidentialAsItsCall_andNotNamedWherePrivate()
    {
        Project project;
        project.name = "Canary";
        project.confidentiality = Confidentiality::shareable;
        project.conversation = call(Confidentiality::onlyMe, m_desk->ruth);
        const auto own = put(project);
        project.conversation = call(Confidentiality::onlyMe, m_desk->omar);
        const auto hidden = put(project);
        QVERIFY(!std::make_unique<ProjectDialog>(m_desk->office(), hidden)->isThere());
        auto* dialog = shown(own);
        QCOMPARE(m_desk->find<QComboBox>(*dialog, "activityLevel")->count(), 1); // only me
        choose(*dialog, "projectStatus", ProjectStatus::done);
        QVERIFY(ActivityDesk::stored(dialog));
        QVERIFY(!m_desk->lastStep().contains(QStringLiteral("Canary")));
        QCOMPARE(m_desk->records().projects.find(own).value()->status, ProjectStatus::done);
        QCOMPARE(m_desk->records().projects.find(own).value()->confidentiality, Confidentiality::shareable);
    }

    void deleted_canBeTakenBack()
    {
        Project project;
        project.name = "Unit";
        project.people = {m_desk->ana};
        const auto id = put(project);
        const auto before = m_desk->digest();
        QPointer<QDialog> dialog = shown(id);
        m_desk->find<QAbstractButton>(*dialog, "activityDelete")->click();
        QVERIFY(waitUntil([&] { return dialog.isNull(); }));
        QVERIFY(projects().empty());
        m_desk->undo();
        QCOMPARE(m_desk->digest(), before);
    }
};

QTEST_MAIN(TestProjectDialog)
#include "tst_project_dialog.moc"
