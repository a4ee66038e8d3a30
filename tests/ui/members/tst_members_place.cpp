// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QApplication>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "MembersDesk.h"
#include "ui/members/CircleView.h"
#include "ui/members/MembersPlace.h"
#include "ui/members/PeopleFilterModel.h"
#include "ui/members/PeopleTable.h"
#include "ui/members/PersonPage.h"
#include "ui/members/TimelineRow.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterChip.h"

using namespace weavemap;
using namespace weavemap::ui;
using memberstest::day;

/// The table, the page beside it, and what can be done with people.
class TestMembersPlace : public QObject
{
    Q_OBJECT

    std::unique_ptr<memberstest::MembersDesk> m_desk;
    std::unique_ptr<MembersPlace> m_place;
    PersonId m_ana, m_ben, m_cleo;

    PeopleTable* table() const { return m_place->findChild<PeopleTable*>(); }
    PersonPage* page() const { return m_place->findChild<PersonPage*>(); }
    template <class T>
    T* widget(const char* name) const
    {
        return m_place->findChild<T*>(QString::fromLatin1(name));
    }
    QAction* action(const char* name) const { return m_place->findChild<QAction*>(QString::fromLatin1(name)); }
    int rows() const { return table()->model()->rowCount(); }
    void selectAllRows()
    {
        table()->setFocus();
        table()->selectAll();
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<memberstest::MembersDesk>();
        m_place = std::make_unique<MembersPlace>(m_desk->office);
        m_place->resize(1248, 856);
        m_place->show();
        m_place->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_place.get()));
        QVERIFY(m_desk->open("a.weavemap"));
        m_ana = m_desk->add("Ana Ruiz", "Coast");
        m_ben = m_desk->add("Ben Okafor", "Lakes");
        m_cleo = m_desk->add("Cleo Moss", "Lakes");
    }
    void cleanup()
    {
        m_place.reset();
        m_desk.reset();
    }

    void emptyFile_offersAList()
    {
        QVERIFY(m_desk->open("empty.weavemap"));
        auto* empty = widget<EmptyState>("nobodyHere");
        QTRY_VERIFY(empty->isVisible());
        QVERIFY(!table()->isVisible());
        QSignalSpy import(m_place.get(), &Place::importRequested);
        empty->actionButton()->click();
        QCOMPARE(import.size(), 1);
    }

    void filterThatLeavesNobody_canBeCleared()
    {
        auto* field = widget<QLineEdit>("peopleFilter");
        QTest::keyClicks(field, QStringLiteral("xyz"));
        auto* empty = widget<EmptyState>("nobodyMatches");
        QVERIFY(empty->isVisible());
        QVERIFY(!table()->isVisible());
        empty->actionButton()->click();
        QVERIFY(field->text().isEmpty());
        QCOMPARE(rows(), 3);
        QVERIFY(table()->isVisible());
        QVERIFY(widget<FilterChip>("kindChip") && widget<FilterChip>("statusChip")); // only members of today, as before
    }

    void chips_takeFiltersAway()
    {
        m_desk->add("Ruth", PersonKind::staff);
        QCOMPARE(rows(), 3);
        QCOMPARE(widget<QLabel>("peopleCount")->text(), QStringLiteral("3 of 4 people"));
        auto* kind = widget<FilterChip>("kindChip");
        QVERIFY(kind);
        QTest::keyClick(kind, Qt::Key_Delete);
        QTRY_COMPARE(rows(), 4);
        QTRY_VERIFY(!widget<FilterChip>("kindChip"));
        QVERIFY(widget<FilterChip>("statusChip"));
        QCOMPARE(widget<QLabel>("peopleCount")->text(), QStringLiteral("4 people"));
    }

    void addedFilter_isOneOfTheValuesThereAre()
    {
        widget<Button>("addFilter")->click();
        auto* menu = widget<QMenu>("addFilterMenu");
        QAction* lakes = nullptr;
        for (QMenu* values : menu->findChildren<QMenu*>())
            for (QAction* value : values->actions())
                if (value->text() == QStringLiteral("Lakes"))
                    lakes = value;
        QVERIFY(lakes);
        lakes->trigger();
        menu->hide();
        QCOMPARE(rows(), 2);
        QVERIFY(widget<FilterChip>("regionChip"));
    }

    void enter_opensThePageAndEscapeClosesIt()
    {
        QVERIFY(!page()->isVisible());
        table()->setFocus();
        QVERIFY(table()->choose(m_ben));
        QTest::keyClick(table(), Qt::Key_Return);
        QTRY_VERIFY(page()->isVisible());
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Ben Okafor"));
        QVERIFY(widget<Button>("pageLogCall")->hasFocus());
        QVERIFY(m_place->stepBack());
        QVERIFY(!page()->isVisible());
        QVERIFY(table()->hasFocus());
        QVERIFY(!m_place->stepBack());
    }

    void arrows_leadFromPageToPage()
    {
        m_place->showPerson(m_cleo);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Cleo Moss"));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Down);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Ben Okafor"));
    }

    void delete_archivesAndUndoBringsBack()
    {
        const std::string before = m_desk->digest();
        selectAllRows();
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(rows(), 0);
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Archive 3 people"));
        QVERIFY(m_desk->person(m_ana).archived.has_value());
        QVERIFY(m_desk->undo());
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(m_desk->digest(), before);
    }

    void archivedFromThePage_staysOnThePage()
    {
        m_place->showPerson(m_cleo);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Cleo Moss"));
        action("archivePeopleAction")->trigger();
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY(widget<QLabel>("personState")->isVisible());
        QCOMPARE(page()->person(), m_cleo);
        QVERIFY(widget<QLabel>("personState")->text().startsWith(QStringLiteral("Archived")));
    }

    void remove_asksFirst()
    {
        const std::string before = m_desk->digest();
        QVERIFY(table()->choose(m_ana));
        m_desk->dialogs.willAnswer(2);
        action("removePeopleAction")->trigger();
        QCOMPARE(m_desk->dialogs.questions().size(), 1U);
        QVERIFY(!m_desk->session.isSaving());
        m_desk->dialogs.willAnswer(1);
        m_place->showPerson(m_ana);
        action("removePeopleAction")->trigger();
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY(page()->person() != m_ana);
        QVERIFY(m_desk->undo());
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(m_desk->digest(), before);
    }

    void restore_isOfferedForTheArchived()
    {
        QVERIFY(table()->choose(m_ana));
        QVERIFY(!action("restorePeopleAction")->isEnabled());
        action("archivePeopleAction")->trigger();
        QTRY_COMPARE(rows(), 2);
        m_place->showPerson(m_ana);
        QTRY_VERIFY(action("restorePeopleAction")->isEnabled());
        action("restorePeopleAction")->trigger();
        QTRY_COMPARE(rows(), 3);
    }

    void menuActions_areAboutTheChosen()
    {
        QMenu menu;
        m_place->addActions(&menu);
        QVERIFY(action("addPersonAction")->isEnabled());
        QVERIFY(!action("archivePeopleAction")->isEnabled());
        QVERIFY(table()->choose(m_ana));
        QCOMPARE(action("logCallWithAction")->text(), QStringLiteral("Log a call with Ana Ruiz"));
        QSignalSpy log(m_place.get(), &Place::logCallRequested);
        action("logCallWithAction")->trigger();
        QCOMPARE(log.first().first().value<PersonId>(), m_ana);
        QVERIFY(!action("copyEmailAction")->isEnabled());
        selectAllRows();
        QCOMPARE(action("archivePeopleAction")->text(), QStringLiteral("Archive 3 people"));
        QVERIFY(!action("logCallWithAction")->isEnabled());
        // Nothing happens to people whom one does not see.
        m_place->hide();
        QVERIFY(!action("archivePeopleAction")->isEnabled());
        QVERIFY(action("addPersonAction")->isEnabled());
    }

    void page_leadsToCallsCirclesAndTies()
    {
        ConversationId call;
        QVERIFY(m_desk->change([&](store::Records& records) -> Result<> {
            actions::DrawnTie drawn;
            drawn.a = m_ana;
            drawn.b = m_ben;
            drawn.on = day(2026, 10, 1);
            WEAVEMAP_TRY(actions::drawTie(records, drawn));
            Conversation conversation;
            conversation.when = Instant::atLocal(day(2026, 10, 8), 10, 0, 0);
            conversation.participants = {m_ana};
            conversation.text = "Hello";
            WEAVEMAP_ASSIGN(call, records.conversations.insert(conversation));
            FollowUp promise;
            promise.person = m_ana;
            promise.text = "Send the notes";
            promise.due = day(2026, 10, 1);
            WEAVEMAP_TRY(records.conversations.insert(promise));
            return {};
        }));
        m_place->showPerson(m_ana);
        QTRY_VERIFY(widget<TimelineRow>("timelineRow"));
        QSignalSpy conversation(m_place.get(), &Place::conversationRequested);
        QTest::mouseClick(widget<TimelineRow>("timelineRow"), Qt::LeftButton);
        QCOMPARE(conversation.first().first().value<ConversationId>(), call);
        auto* circle = page()->findChild<CircleView*>();
        QTRY_VERIFY(circle->hasPicture());
        QSignalSpy circles(m_place.get(), &Place::circleRequested);
        QTest::keyClick(circle, Qt::Key_Return);
        QCOMPARE(circles.first().first().value<PersonId>(), m_ana);
        auto* kept = widget<QCheckBox>("promiseKept");
        QVERIFY(kept);
        kept->click();
        QTRY_VERIFY(!widget<QWidget>("openPromises")->isVisible());
        QCOMPARE(m_desk->session.undoLabel(), QStringLiteral("Promise kept"));
        widget<QAbstractButton>("tiePerson")->click();
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Ben Okafor"));
    }

    void readOnlyFile_disablesEditing()
    {
        m_desk->session.close();
        Session holder;
        QSignalSpy held(&holder, &Session::opened);
        holder.open(m_desk->at("a.weavemap"));
        QTRY_COMPARE(held.size(), 1);
        QVERIFY(m_desk->open("a.weavemap", Session::OpenMode::existing));
        QVERIFY(m_desk->session.isReadOnly());
        QCOMPARE(rows(), 3);
        QVERIFY(!widget<Button>("membersAdd")->isEnabled());
        QVERIFY(!action("addPersonAction")->isEnabled());
        m_place->showPerson(m_ana);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Ana Ruiz"));
        QVERIFY(!widget<Button>("pageLogCall")->isEnabled());
        QVERIFY(!action("archivePeopleAction")->isEnabled());
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_F2);
        QVERIFY(!table()->findChild<QLineEdit*>(QStringLiteral("cellEditor")));
        QTest::keyClick(table(), Qt::Key_Delete);
        m_place->addPerson(QStringLiteral("Nobody"));
        QVERIFY(page()->isVisible());
        QVERIFY(!m_desk->session.isSaving());
    }

    void anotherFile_clearsWhatWasShown()
    {
        m_place->showPerson(m_ana);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Ana Ruiz"));
        QTest::keyClicks(widget<QLineEdit>("peopleFilter"), QStringLiteral("ana"));
        m_desk->session.close();
        QVERIFY(!page()->isVisible());
        QVERIFY(m_desk->open("b.weavemap"));
        QVERIFY(widget<QLineEdit>("peopleFilter")->text().isEmpty());
        QVERIFY(!page()->person());
        const PersonId other = m_desk->add("Other");
        QTRY_COMPARE(rows(), 1);
        m_place->showPerson(other);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Other"));
    }

    void personAskedForBeforeTheFileIsRead_isShownThen()
    {
        m_desk->session.close();
        QSignalSpy opened(&m_desk->session, &Session::opened);
        m_desk->session.open(m_desk->at("a.weavemap"));
        QTRY_COMPARE(opened.size(), 1);
        m_place->showPerson(m_ana);
        QTRY_COMPARE(widget<QLabel>("personName")->text(), QStringLiteral("Ana Ruiz"));
    }

    void columns_fitTheWidthThereIs()
    {
        for (const int width : {1248, 1088, 1010}) {
            m_place->resize(width, 756);
            m_place->showPerson(m_ana);
            const auto* header = table()->horizontalHeader();
            QTRY_COMPARE(header->length(), table()->viewport()->width());
            QTRY_VERIFY(!table()->horizontalScrollBar()->isVisible());
        }
        // More columns than there is room for scroll, and are not squeezed until nothing can be read.
        QMenu menu;
        table()->fillColumnsMenu(&menu);
        for (QAction* column : menu.actions())
            if (column->isCheckable() && !column->isChecked())
                column->toggle();
        QVERIFY(table()->horizontalHeader()->length() > table()->viewport()->width());
        QVERIFY(table()->columnWidth(PeopleModel::kEmail) >= 80);
    }

    void widthsOfANarrowWindow_areNotRemembered()
    {
        const int roomy = table()->columnWidth(PeopleModel::kName);
        m_place->resize(1010, 756);
        m_place->showPerson(m_ana);
        QTRY_VERIFY(table()->columnWidth(PeopleModel::kName) < roomy);
        table()->sortByColumn(PeopleModel::kRegion, Qt::DescendingOrder); // this is remembered
        m_place->stepBack();
        m_place->resize(1248, 856);
        QTRY_COMPARE(table()->columnWidth(PeopleModel::kName), roomy);
    }

    void columns_areRememberedForTheNextTime()
    {
        table()->setColumnWidth(PeopleModel::kRegion, 171);
        QMenu menu;
        table()->fillColumnsMenu(&menu);
        for (QAction* column : menu.actions())
            if (column->text() == QStringLiteral("E-mail") || column->text() == QStringLiteral("Role"))
                column->toggle();
        table()->sortByColumn(PeopleModel::kRegion, Qt::DescendingOrder);
        MembersPlace again(m_desk->office);
        auto* other = again.findChild<PeopleTable*>();
        QCOMPARE(other->columnWidth(PeopleModel::kRegion), 171);
        QVERIFY(!other->isColumnHidden(PeopleModel::kEmail));
        QVERIFY(other->isColumnHidden(PeopleModel::kRole));
        QVERIFY(!other->isColumnHidden(PeopleModel::kName));
        QCOMPARE(other->horizontalHeader()->sortIndicatorSection(), int{PeopleModel::kRegion});
    }

    void damagedColumnSettings_giveTheUsualColumns()
    {
        for (const QByteArray& stored : {QByteArray("{not json"), QByteArray("[]"), QByteArray(R"({"columns":[1,{}]})"),
                                         QByteArray(R"({"columns":[{"key":"name","hidden":true,"width":-9}]})")}) {
            m_desk->settings.set(setting::kMembersHeader, stored);
            MembersPlace again(m_desk->office);
            auto* other = again.findChild<PeopleTable*>();
            QVERIFY(!other->isColumnHidden(PeopleModel::kName));
            QVERIFY(other->columnWidth(PeopleModel::kName) > 20);
        }
    }
};

QTEST_MAIN(TestMembersPlace)
#include "tst_members_place.moc"
