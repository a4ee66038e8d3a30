// SPDX-License-Identifier: GPL-3.0-or-later
#include "Scenes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include "ActivityScenes.h"
#include "CallScenes.h"
#include "ExportScenes.h"
#include "MapScenes.h"
#include "MapShowScenes.h"
#include "MapStyleScenes.h"
#include "QuestionScenes.h"
#include "SceneSteps.h"
#include "TodayScenes.h"
#include "ui/base/Convert.h"
#include "ui/base/SystemDialogs.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/shell/HelpBox.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

using ui::PlaceId;
using uitest::WindowBox;

namespace {

/// The member with the most ties: the same on every machine.
PersonId centralMember(WindowBox& box)
{
    PersonId best;
    int most = -1;
    for (int row = 0; row < box.window().people().rowCount(); ++row) {
        const auto& member = box.window().people().row(row);
        if (member.current && member.person.kind == PersonKind::member && member.ties > most) {
            most = member.ties;
            best = member.person.id;
        }
    }
    return best;
}

const QByteArray kSpreadsheet = "from,to,depth\n"
                                "Ilse Naidu,Tama Malietoa,3\n"
                                "Solveig Aster,Uma Malhotra,2\n"
                                "Solveig Aster,Viktor Delacroix,3\n"
                                "Viktor Delacroix,,3\n"
                                "Uma Malhotra,Uma Malhotra,3\n"
                                "Una Castellanos-Abernathy de la Vega,Ilse Naidu,3\n";

/// A list of people in which one has nearly the name of somebody who is here, and one row has no name.
QByteArray peopleList(WindowBox& box, PersonId nearly)
{
    QString name = box.window().people().nameOf(nearly).toLower();
    name.replace(QLatin1Char('a'), QChar(0xE1)).replace(QLatin1Char('e'), QChar(0xE9));
    return "name,region,role\n" + name.toUtf8() +
           ",Coast,Teacher\n"
           "Viktor Delacroix,Lakes,Librarian\n"
           ",Lakes,Coach\n";
}

/// The message box that `open` puts up, as the program shows it.
void takeBox(const QString& name, const Take& take, const std::function<void(ui::Dialogs&)>& open)
{
    ui::SystemDialogs dialogs;
    bool taken = false;
    QTimer::singleShot(0, [&] {
        QWidget* shown = QApplication::activeModalWidget();
        if (shown == nullptr)
            return;
        take(name, *shown);
        taken = true;
        shown->close();
    });
    open(dialogs);
    if (!taken)
        qFatal("no box came up");
}

void choose(WindowBox& box, const char* list, const QString& entry)
{
    auto* widget = box.shown<QListWidget>(list);
    widget->setCurrentItem(widget->findItems(entry, Qt::MatchExactly).value(0));
    settled(box);
}

void walkCharts(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    go(box, PlaceId::charts);
    take(QStringLiteral("10-charts"), window);
    auto* tables = box.shown("chartView")->findChild<QAbstractButton*>(QStringLiteral("segment1"));
    box.click(tables);
    settled(box);
    take(QStringLiteral("30-charts-tables"), window);
    box.click(box.shown("chartView")->findChild<QAbstractButton*>(QStringLiteral("segment0")));
    choose(box, "chartList", QStringLiteral("Go-betweens"));
    take(QStringLiteral("11-charts-one"), window);
    choose(box, "chartList", QStringLiteral("Near to everyone"));
    take(QStringLiteral("31-charts-nearness"), window);
    choose(box, "chartList", QStringLiteral("Figures"));
    take(QStringLiteral("32-charts-figures"), window);
    choose(box, "chartList", QStringLiteral("Four at a glance"));
}

/// Introductions: suggestions alone, then one under way and opened, a draft, two chosen by hand, the pairs that are not
/// suggested, and one under way whose two are kept apart.
void walkIntroductions(WindowBox& box, const Take& take)
{
    QWidget& window = box.window();
    go(box, PlaceId::introductions);
    take(QStringLiteral("60-introductions"), window);
    for (int i = 0; i < 3; ++i) {
        box.click("introduceThem");
        settled(box);
    }
    auto* column = box.shown<QAbstractItemView>("boardColumn0");
    column->setFocus(Qt::OtherFocusReason);
    for (int step = 0; step < 4; ++step) { // the first one on to "met"
        box.press(Qt::Key_Right, Qt::ControlModifier);
        settled(box);
    }
    box.press(Qt::Key_Return);
    settled(box);
    take(QStringLiteral("61-introductions-board"), window);
    box.click("panelMail");
    settled(box);
    take(QStringLiteral("62-introductions-mail"), window);
    box.press(Qt::Key_Escape);
    box.click("newIntroduction");
    settled(box);
    take(QStringLiteral("63-introductions-new"), window);
    box.press(Qt::Key_Escape);
    settled(box);
    for (const char* const act : {"notNow", "neverTheseTwo"}) {
        auto* menu = box.shown<QPushButton>("notTheseTwo")->menu();
        menu->findChild<QAction*>(QString::fromLatin1(act))->trigger();
        settled(box);
    }
    box.click("heldBack");
    settled(box);
    take(QStringLiteral("64-introductions-held-back"), window);
    box.press(Qt::Key_Escape);
    column->setFocus(Qt::OtherFocusReason);
    box.press(Qt::Key_Return);
    settled(box);
    box.click("panelNever"); // of one that is under way
    settled(box);
    take(QStringLiteral("65-introductions-kept-apart"), window);
    box.press(Qt::Key_Z, Qt::ControlModifier);
    settled(box);
    box.press(Qt::Key_Escape);
    settled(box);
}

/// What changes the file: a list brought in, a person added, a call changed; then the history of it.
void walkChanges(WindowBox& box, PersonId central, const Take& take)
{
    QWidget& window = box.window();
    box.window().places().startImport({box.textFile(QStringLiteral("new members.csv"), peopleList(box, central))});
    settled(box);
    box.shown<QTableView>("importRows")->selectRow(0);
    settled(box);
    take(QStringLiteral("40-import-doubtful"), window);
    box.click("importSame");
    settled(box);
    box.click("importStore");
    settled(box);
    take(QStringLiteral("41-import-done"), window);

    box.window().places().addPerson(QStringLiteral("Zoë Quell-Abernathy of the Hill"));
    settled(box);
    box.click("formStore");
    settled(box);
    take(QStringLiteral("42-members-long-name"), window);
    takeMenu(box, QStringLiteral("43-members-filters"), take, box.visible("addFilter") ? "addFilter" : "moreFilters");
    // A click on a button with a menu waits until the menu is closed.
    auto* columns = window.findChild<QMenu*>(QStringLiteral("columnsMenu"));
    columns->popup(window.mapToGlobal(QPoint(0, 0)));
    settled(box);
    if (columns->height() >= columns->sizeHint().height()) // else it scrolls, on a screen as low as tests have at 200 %
        take(QStringLiteral("44-members-columns"), *columns);
    columns->close();
    box.dialogs().clear();
    box.action("erasePersonAction")->trigger();
    settled(box);
    const auto asked = box.dialogs().questions();
    if (asked.empty())
        qFatal("nothing was asked before erasing");
    takeBox(QStringLiteral("45-erase-question"), take,
            [&](ui::Dialogs& dialogs) { dialogs.ask(&window, asked.back()); });
    takeBox(QStringLiteral("46-keys"), take, [&](ui::Dialogs& dialogs) { ui::showKeys(dialogs, &window); });

    const auto calls = box.records().conversations.with(central);
    if (calls && !calls->empty()) {
        box.window().places().showConversation(calls->front().id);
        settled(box);
        takeMenu(box, QStringLiteral("47-conversations-kinds"), take, "timelineKind");
        box.click("recordEdit");
        settled(box);
        box.click("entryRemove"); // of a tie on record: its line stays
        box.click(window.findChildren<QAbstractButton*>(QStringLiteral("entryLine")).value(1));
        settled(box);
        take(QStringLiteral("48-conversation-edited"), window);
        box.click("callStore");
        settled(box);
    }
    go(box, PlaceId::history);
    box.click("historyUndo");
    settled(box);
    take(QStringLiteral("49-history-steps"), window);
}

void walkSample(WindowBox& box, const QString& file, const Take& take)
{
    box.open(file);
    QWidget& window = box.window();
    const PersonId central = centralMember(box);

    walkToday(box, take);

    go(box, PlaceId::map);
    take(QStringLiteral("03-map"), window);
    box.window().places().showPerson(central);
    go(box, PlaceId::map);
    Q_EMIT box.window().places().front()->circleRequested(central);
    settled(box);
    take(QStringLiteral("05-map-circle"), window);
    box.press(Qt::Key_Escape);
    settled(box);
    take(QStringLiteral("04-map-selected"), window);

    box.window().places().showPerson(central);
    settled(box);
    take(QStringLiteral("06-members"), window);
    box.window().places().addPerson(QStringLiteral("Zoë Quell-Abernathy of Somewhere"));
    settled(box);
    take(QStringLiteral("07-members-new"), window);
    box.press(Qt::Key_Escape);

    const auto calls = box.records().conversations.with(central);
    if (calls && !calls->empty())
        box.window().places().showConversation(calls->front().id);
    settled(box);
    take(QStringLiteral("08-conversations"), window);

    walkCalls(box, central, take);

    walkIntroductions(box, take);
    walkCharts(box, take);
    walkQuestions(box, take);
    walkAsking(box, central, take);
    walkActivities(box, take);
    go(box, PlaceId::map);
    walkMapShow(box, take);

    go(box, PlaceId::history);
    take(QStringLiteral("12-history"), window);
    go(box, PlaceId::settings);
    take(QStringLiteral("13-settings"), window);

    box.window().places().startImport({box.textFile(QStringLiteral("who knows whom.csv"), kSpreadsheet)});
    settled(box);
    take(QStringLiteral("14-import"), window);
    box.press(Qt::Key_Escape);

    go(box, PlaceId::map);
    box.press(Qt::Key_K, Qt::ControlModifier);
    box.type(QStringLiteral("read"));
    if (!uitest::waitUntil([&] { return box.visible("searchPopup") != nullptr; }))
        qFatal("the search did not open");
    settled(box);
    take(QStringLiteral("15-search"), window);
    box.press(Qt::Key_Escape);

    walkExport(box, take);
    settled(box);
    walkMap(box, central, take);
    walkStyles(box, central, take);
    walkChanges(box, central, take);
    box.window().session().close();
}

void walkEmpty(WindowBox& box, const Take& take)
{
    box.open(box.emptyFile());
    const std::pair<PlaceId, const char*> places[]{{PlaceId::today, "20-empty-today"},
                                                   {PlaceId::conversations, "21-empty-conversations"},
                                                   {PlaceId::map, "22-empty-map"},
                                                   {PlaceId::members, "23-empty-members"},
                                                   {PlaceId::introductions, "27-empty-introductions"},
                                                   {PlaceId::charts, "24-empty-charts"},
                                                   {PlaceId::history, "25-empty-history"}};
    for (const auto& [place, name] : places) {
        go(box, place);
        take(QString::fromLatin1(name), box.window());
    }
    walkNoActivities(box, take);
    box.window().places().startImport({});
    settled(box);
    take(QStringLiteral("26-import-start"), box.window());
    walkFirstCall(box, take);
    box.window().session().close();
}

} // namespace

void walk(WindowBox& box, QSize size, const QString& file, const Take& take)
{
    box.settings().set(ui::setting::kMe, QStringLiteral("Mariama Lawal"));
    box.start(size);
    take(QStringLiteral("01-welcome"), box.window());
    walkEmpty(box, take);
    walkTodayStates(box, take);
    walkSample(box, file, take);
    box.stop();
}

QString mapPage(WindowBox& box)
{
    box.open(box.sample());
    go(box, PlaceId::map);
    box.window().places().front()->exportHere();
    settled(box);
    const QString to = box.path(QStringLiteral("map.pdf"));
    box.dialogs().willChooseFiles({to});
    box.click("exportSave");
    if (!uitest::waitUntil([&] { return box.visible("mapExportDialog") == nullptr; }))
        qFatal("the map was not exported");
    box.stop();
    return to;
}

} // namespace weavemap::gallery
