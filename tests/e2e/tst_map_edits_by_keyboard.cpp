// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a tie with its kind and strength, changing it, changing several people and the clipboard, all without the
// mouse, and every step undone by its name.
#include <QClipboard>
#include <QTest>

#include "OnTheMap.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::OnTheMap;

class MapEditsByKeyboardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTie_isGivenItsKindAndStrength_andBothAreChanged();
    void several_areMovedChangedAndTied_eachInOneStepOfANameOfItsOwn();
    void names_areCutCopiedPastedAndDuplicated();
};

void MapEditsByKeyboardTest::aTie_isGivenItsKindAndStrength_andBothAreChanged()
{
    OnTheMap map;
    const std::string before = map.digest();
    const auto [a, b] = map.strangers();
    const QString step = QStringLiteral("Tie between %1 and %2").arg(map.nameOf(a), map.nameOf(b));
    map.find(map.nameOf(a));
    map.box.press(Qt::Key_T);
    map.box.press(Qt::Key_T);
    map.box.type(map.nameOf(b));
    map.box.press(Qt::Key_Return);
    QCOMPARE(map.box.focus()->objectName(), QStringLiteral("tieChooserDepths"));
    map.box.press(Qt::Key_End); // they rely on each other
    QVERIFY(map.tabTo("tieChooserContact"));
    map.box.press(Qt::Key_End); // weekly
    QVERIFY(map.tabTo("tieChooserTogether"));
    map.box.press(Qt::Key_Space);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.areTied(a, b); }));
    const Tie drawn = **map.box.records().ties.between(a, b);
    QCOMPARE(drawn.depth, TieDepth::rely);
    QCOMPARE(drawn.contact, TieContact::weekly);
    QCOMPARE(drawn.collaboration, Collaboration::now);
    map.canvas->setFocus();
    map.box.press(Qt::Key_Escape);
    map.find(map.nameOf(a));
    for (std::size_t i = 0; i < map.ties() && map.canvas->selectedTie() != drawn.id; ++i)
        map.box.press(Qt::Key_T, Qt::ShiftModifier);
    map.box.press(Qt::Key_Return);
    QVERIFY(map.tabTo("tieDepth"));
    map.box.press(Qt::Key_Up);
    const auto tie = [&] { return **map.box.records().ties.between(a, b); };
    QVERIFY(map.becomes([&] { return tie().depth == TieDepth::exchange; }));
    QVERIFY(map.tabTo("tieContact"));
    map.box.press(Qt::Key_Home);
    QVERIFY(map.becomes([&] { return tie().contact == TieContact::unknown; }));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(map.step(), step);
    QCOMPARE(map.digest(), before);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(map.step(Qt::ShiftModifier), step);
    QCOMPARE(tie().depth, TieDepth::exchange);
    QCOMPARE(tie().contact, TieContact::unknown);
}

void MapEditsByKeyboardTest::several_areMovedChangedAndTied_eachInOneStepOfANameOfItsOwn()
{
    OnTheMap map;
    const std::string before = map.digest();
    map.box.press(Qt::Key_Tab);
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_Left, Qt::Key_Up})
        map.box.press(key, Qt::ControlModifier);
    const auto chosen = map.canvas->selectedPeople();
    QVERIFY(chosen.size() > 2);
    const QString people = QStringLiteral("%1 people").arg(chosen.size());

    const QPointF here = map.canvas->discRect(map.canvas->keyboardPerson()).center();
    const auto revision = map.box.window().session().revision();
    map.box.press(Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(map.becomes([&] { return map.box.window().session().revision() > revision; }));
    QVERIFY(map.canvas->discRect(map.canvas->keyboardPerson()).center().x() > here.x() + 4);
    QCOMPARE(map.canvas->selectedPeople(), chosen);

    map.box.press(Qt::Key_E);
    QVERIFY(
        map.becomes([&] { return map.box.focus()->window()->objectName() == QStringLiteral("changeFieldDialog"); }));
    QVERIFY(map.tabTo("changeValue"));
    map.box.type(QStringLiteral("New Shore"));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return (*map.box.records().people.find(chosen.back()))->region == "New Shore"; }));
    for (const PersonId person : chosen)
        QCOMPARE((*map.box.records().people.find(person))->region, std::string("New Shore"));

    const std::size_t ties = map.ties();
    map.canvas->setFocus();
    map.box.press(Qt::Key_F10, Qt::ShiftModifier);
    map.box.press(Qt::Key_Down); // "Path to…" comes first
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.ties() > ties; }));

    QVERIFY(map.step().startsWith(QStringLiteral("Ties among ")));
    QVERIFY(map.step().startsWith(QStringLiteral("Region of ")));
    const QString moved = map.step();
    QVERIFY2(moved.startsWith(QStringLiteral("Move ")), qPrintable(moved));
    QCOMPARE(map.digest(), before);
}

void MapEditsByKeyboardTest::names_areCutCopiedPastedAndDuplicated()
{
    OnTheMap map;
    const std::size_t people = map.people();
    QGuiApplication::clipboard()->setText(QStringLiteral("Zoë Quell\tAda Ny\nBo Twin"));
    map.box.dialogs().willAnswer(0);
    map.box.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(map.becomes([&] { return map.people() == people + 3 && map.canvas->selection().size() == 3; }));
    map.find(QStringLiteral("Zoë Quell"));
    map.box.press(Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Zoë Quell\t")));
    map.box.press(Qt::Key_D, Qt::ControlModifier);
    map.box.type(QStringLiteral("Zoe Like"));
    map.box.press(Qt::Key_Return);
    QVERIFY(map.becomes([&] { return map.onlyName() == QStringLiteral("Zoe Like"); }));
    map.find(QStringLiteral("Bo Twin"));
    map.box.press(Qt::Key_X, Qt::ControlModifier);
    QVERIFY(map.becomes([&] {
        const auto found = map.box.records().people.findByName("Bo Twin");
        return found && found->size() == 1 && found->front().archived.has_value();
    }));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("Bo Twin")));
    map.canvas->setFocus();
    map.box.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(map.becomes([&] { return map.onlyName() == QStringLiteral("Bo Twin"); }));
    QCOMPARE(map.people(), people + 4);
    QCOMPARE(map.step(), QStringLiteral("Paste Bo Twin"));
    QCOMPARE(map.step(), QStringLiteral("Cut Bo Twin"));
    QCOMPARE(map.step(), QStringLiteral("Add Zoe Like"));
    QCOMPARE(map.step(), QStringLiteral("Paste 3 people"));
    QCOMPARE(map.people(), people);
}

QTEST_MAIN(MapEditsByKeyboardTest)
#include "tst_map_edits_by_keyboard.moc"
