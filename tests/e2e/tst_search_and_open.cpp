// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+K finds people, calls and what came up in them, and opens what was found.
#include <QListView>
#include <QTest>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/LogCall.h"
#include "ui/base/Convert.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapModel.h"
#include "ui/map/MapPlace.h"
#include "ui/shell/Places.h"
#include "ui/shell/SearchDelegate.h"
#include "ui/widgets/LinkLabel.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

/// A file with two people, a call that speaks of a greenhouse, and one only its writer may see.
void fill(WindowBox& box)
{
    box.open(box.emptyFile());
    bool stored = false;
    box.window().session().change(
        QStringLiteral("A few people"),
        [](store::Records& records) -> Result<> {
            PersonId ana, ruth;
            Person person;
            person.name = "Ána Ruiz";
            WEAVEMAP_ASSIGN(ana, actions::addPerson(records, person));
            person.name = "Jun Takeda";
            WEAVEMAP_TRY(actions::addPerson(records, person));
            person.name = "Ruth Lindqvist";
            person.kind = PersonKind::staff;
            WEAVEMAP_ASSIGN(ruth, actions::addPerson(records, person));
            actions::CallDraft draft;
            draft.conversation.when = Instant::atLocal(uitest::testDay(), 9, 0, 0);
            draft.conversation.participants = {ana};
            draft.conversation.text = "Talked about the greenhouse project.";
            NoteItem need;
            need.kind = NoteItemKind::need;
            need.person = ana;
            need.text = "A wheelbarrow";
            draft.items = {need};
            WEAVEMAP_TRY(actions::logCall(records, draft));
            draft.items.clear();
            draft.conversation.text = "Quiet word: marmalade.";
            draft.conversation.confidentiality = Confidentiality::onlyMe;
            draft.conversation.staff = ruth;
            WEAVEMAP_TRY(actions::logCall(records, draft));
            return {};
        },
        [&](Result<store::ChangeSet> result) { stored = result.has_value(); });
    if (!uitest::waitUntil([&] { return stored; }) || !box.settle())
        qFatal("not stored");
}

QListView* results(WindowBox& box) { return box.visible<QListView>("searchResults"); }

} // namespace

class SearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_withoutAccentsOpensThePage();
    void name_onTheMapIsFlownTo();
    void word_ofACallOpensTheCall();
    void need_opensTheCallItCameUpIn();
    void need_chosenAsTheFileCloses_opensNothing();
    void found_isNotKept();
    void onlyMe_isFoundByItsWriterAlone();
    void nothing_offersToAddThePerson();
    void escape_clearsThenLeaves();
};

void SearchTest::name_withoutAccentsOpensThePage()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("ana ru"));
    QTRY_VERIFY(results(box));
    QCOMPARE(results(box)->model()->index(0, 0).data().toString(), QStringLiteral("Ána Ruiz"));
    box.press(Qt::Key_Return);
    QVERIFY(box.settle());
    QVERIFY(!box.visible("searchPopup"));
    QCOMPARE(box.window().places().current(), PlaceId::members);
}

void SearchTest::name_onTheMapIsFlownTo()
{
    WindowBox box;
    fill(box);
    QVERIFY2(!box.visible("railViews"), "nobody saved a view");
    box.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(box.settle());
    const auto search = [&box](const QString& name) {
        box.press(Qt::Key_K, Qt::ControlModifier);
        box.type(name);
        QTRY_VERIFY(results(box));
        box.press(Qt::Key_Return);
        QVERIFY(box.settle());
    };
    search(QStringLiteral("takeda"));
    QCOMPARE(box.window().places().current(), PlaceId::map);
    const MapCanvas& canvas = box.window().places().map().canvas();
    const auto chosen = canvas.selectedPeople();
    QCOMPARE(chosen.size(), 1u);
    const auto& people = canvas.model().input().people;
    QCOMPARE(people[static_cast<std::size_t>(canvas.model().indexOf(chosen.front()))].name,
             QStringLiteral("Jun Takeda"));
    QVERIFY(box.focus() == &canvas);
    // Staff are not on a map of members: their page is the one place to show.
    search(QStringLiteral("lindq"));
    QCOMPARE(box.window().places().current(), PlaceId::members);
}

void SearchTest::word_ofACallOpensTheCall()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("greenh"));
    QTRY_VERIFY(results(box));
    QCOMPARE(results(box)->model()->rowCount(), 1);
    QVERIFY(results(box)
                ->model()
                ->index(0, 0)
                .data(SearchDelegate::kSnippet)
                .toString()
                .contains(QStringLiteral("greenhouse")));
    box.press(Qt::Key_Down);
    box.press(Qt::Key_Return);
    QVERIFY(box.settle());
    QCOMPARE(box.window().places().current(), PlaceId::conversations);
}

void SearchTest::need_opensTheCallItCameUpIn()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("wheelb"));
    QTRY_VERIFY(results(box));
    QCOMPARE(results(box)->model()->rowCount(), 1);
    box.press(Qt::Key_Return);
    QTRY_COMPARE(box.window().places().current(), PlaceId::conversations);
    QVERIFY(box.settle());
    QVERIFY(box.shown("recordText")->property("plainText").toString().contains(QStringLiteral("greenhouse")));
}

void SearchTest::need_chosenAsTheFileCloses_opensNothing()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("wheelb"));
    QTRY_VERIFY(results(box));
    box.press(Qt::Key_Return);
    box.window().session().close();
    QVERIFY(box.settle());
    QVERIFY(box.visible("welcome"));
    QVERIFY(!box.visible("conversationRecord"));
}

void SearchTest::found_isNotKept()
{
    WindowBox box;
    fill(box);
    const auto* list = box.window().findChild<QListView*>(QStringLiteral("searchResults"));
    const auto* add = box.window().findChild<QWidget*>(QStringLiteral("searchAddPerson"));
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("greenhouse"));
    QTRY_VERIFY(list->model()->rowCount() > 0);
    box.press(Qt::Key_Escape);
    QCOMPARE(list->model()->rowCount(), 0);
    box.type(QStringLiteral("quexley"));
    QTRY_VERIFY(add->property("text").toString().contains(QStringLiteral("quexley")));
    box.window().session().close();
    QVERIFY(box.settle());
    QCOMPARE(add->property("text").toString(), QString());
    for (const QWidget* child :
         box.window().findChild<QWidget*>(QStringLiteral("searchPopup"))->findChildren<QWidget*>())
        QVERIFY(!child->property("text").toString().contains(QStringLiteral("quexley")));
}

void SearchTest::onlyMe_isFoundByItsWriterAlone()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("marmal"));
    QTRY_VERIFY(box.visible("searchPopup"));
    QVERIFY(!results(box));
    box.press(Qt::Key_Escape);
    box.settings().set(setting::kMe, QStringLiteral("Ruth Lindqvist"));
    QTRY_VERIFY(box.window().session().me());
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("marmal"));
    QTRY_VERIFY(results(box));
    QCOMPARE(results(box)->model()->rowCount(), 1);
}

void SearchTest::nothing_offersToAddThePerson()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("Zoë Quell"));
    QTRY_VERIFY(box.visible("searchAddPerson"));
    QCOMPARE(box.shown<LinkLabel>("searchAddPerson")->text(), QStringLiteral("Add a person named Zoë Quell"));
    box.click("searchAddPerson");
    QCOMPARE(box.window().places().current(), PlaceId::members);
    QVERIFY(box.settle());
    QCOMPARE(box.window().people().rowCount(), 3); // nothing is stored before the form says so
}

void SearchTest::escape_clearsThenLeaves()
{
    WindowBox box;
    fill(box);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("ana"));
    QTRY_VERIFY(box.visible("searchPopup"));
    box.press(Qt::Key_Escape);
    QVERIFY(!box.visible("searchPopup"));
    QVERIFY(box.shown("globalSearch")->property("text").toString().isEmpty());
    QCOMPARE(box.focus(), box.shown("globalSearch"));
    box.press(Qt::Key_Escape);
    QVERIFY(box.window().places().front()->isAncestorOf(box.focus()));
}

QTEST_MAIN(SearchTest)
#include "tst_search_and_open.moc"
