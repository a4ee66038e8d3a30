// SPDX-License-Identifier: GPL-3.0-or-later
// Every key leads to one thing.
#include <algorithm>

#include <QAction>
#include <QMap>
#include <QMenu>
#include <QShortcut>
#include <QTest>

#include "WindowBox.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

struct Key
{
    QKeySequence sequence;
    QString owner;
    QWidget* scope; ///< null: everywhere in the window
};

/// Keys that work with `place` in front: those of the window, and those of widgets inside the place.
QList<Key> keysOf(MainWindow& window)
{
    QList<Key> all;
    for (QAction* action : window.findChildren<QAction*>())
        for (const QKeySequence& sequence : action->shortcuts()) {
            if (sequence.isEmpty())
                continue;
            QWidget* scope = nullptr;
            if (action->shortcutContext() == Qt::WidgetShortcut ||
                action->shortcutContext() == Qt::WidgetWithChildrenShortcut)
                scope = qobject_cast<QWidget*>(action->associatedObjects().value(0));
            all.append({sequence, QStringLiteral("action %1").arg(action->objectName()), scope});
        }
    for (QShortcut* shortcut : window.findChildren<QShortcut*>()) {
        const bool narrow =
            shortcut->context() == Qt::WidgetShortcut || shortcut->context() == Qt::WidgetWithChildrenShortcut;
        all.append({shortcut->key(), QStringLiteral("shortcut of %1").arg(shortcut->parent()->objectName()),
                    narrow ? qobject_cast<QWidget*>(shortcut->parent()) : nullptr});
    }
    return all;
}

bool meet(const Key& a, const Key& b)
{
    if (a.sequence != b.sequence)
        return false;
    if (a.scope == nullptr || b.scope == nullptr || a.scope == b.scope)
        return true;
    return a.scope->isAncestorOf(b.scope) || b.scope->isAncestorOf(a.scope);
}

} // namespace

class ShortcutsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noTwoMeet();
    void menus_haveNoTwoEqualLetters();
    void placesKeepTheirNumbers();
    void keysOfTheLook_areThere();
    void boxOfKeys_namesThemUnderHeadings();
};

void ShortcutsTest::noTwoMeet()
{
    WindowBox box;
    box.open(box.sample());
    const QList<Key> keys = keysOf(box.window());
    QVERIFY(keys.size() > 20);
    QStringList clashes;
    for (qsizetype i = 0; i < keys.size(); ++i)
        for (qsizetype j = i + 1; j < keys.size(); ++j)
            if (meet(keys[i], keys[j]))
                clashes
                    << QStringLiteral("%1: %2 and %3").arg(keys[i].sequence.toString(), keys[i].owner, keys[j].owner);
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
}

void ShortcutsTest::menus_haveNoTwoEqualLetters()
{
    WindowBox box;
    box.open(box.sample());
    QStringList clashes;
    const auto check = [&](const QList<QAction*>& actions, const QString& where) {
        QMap<QChar, QString> seen;
        for (QAction* action : actions) {
            const QString text = action->text();
            const qsizetype at = text.indexOf(QLatin1Char('&'));
            if (at < 0 || at + 1 >= text.size() || !action->isVisible())
                continue;
            const QChar letter = text[at + 1].toLower();
            if (seen.contains(letter))
                clashes << QStringLiteral("%1: %2 and %3").arg(where, seen[letter], text);
            seen.insert(letter, text);
        }
    };
    auto* bar = box.shown<QWidget>("menuBar");
    check(bar->actions(), QStringLiteral("menu bar"));
    for (QAction* menu : bar->actions())
        check(menu->menu<QMenu*>()->actions(), menu->text());
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QLatin1Char('\n'))));
}

void ShortcutsTest::placesKeepTheirNumbers()
{
    WindowBox box;
    box.open(box.sample());
    for (const auto& [key, place] :
         {std::pair(Qt::Key_1, PlaceId::today), std::pair(Qt::Key_2, PlaceId::conversations),
          std::pair(Qt::Key_3, PlaceId::map), std::pair(Qt::Key_4, PlaceId::members),
          std::pair(Qt::Key_5, PlaceId::introductions), std::pair(Qt::Key_7, PlaceId::charts)}) {
        box.press(key, Qt::ControlModifier);
        QCOMPARE(box.window().places().current(), place);
    }
    for (const Qt::Key notYet : {Qt::Key_6, Qt::Key_8}) {
        box.press(notYet, Qt::ControlModifier);
        QCOMPARE(box.window().places().current(), PlaceId::charts);
    }
}

void ShortcutsTest::keysOfTheLook_areThere()
{
    WindowBox box;
    box.open(box.sample());
    QStringList all;
    for (const Key& key : keysOf(box.window()))
        all << key.sequence.toString(QKeySequence::PortableText);
    for (const char* key : {"Ctrl+L", "Ctrl+K", "Ctrl+1",  "Ctrl+Z", "Ctrl+Shift+Z",
                            "Ctrl+F", "Ctrl+P", "Ctrl+\\", "Ctrl+,", "F6",
                            "F1",     "Esc",    "C",       "T",      "N",
                            "P",      "F",      "+",       "-",      "Del"})
        QVERIFY2(all.contains(QString::fromLatin1(key)), key);
}

void ShortcutsTest::boxOfKeys_namesThemUnderHeadings()
{
    WindowBox box;
    box.open(box.emptyFile());
    box.press(Qt::Key_F1);
    QVERIFY(!box.dialogs().shown().isEmpty());
    const QString keys = box.dialogs().shown().back();
    for (const char* heading : {"Everywhere", "Log a call", "Map", "Members"})
        QVERIFY2(keys.contains(QStringLiteral("<b>%1</b>").arg(QString::fromLatin1(heading))), heading);
    // What the window's own commands are pressed by, as they are and not as they once were.
    for (const char* name : {"logCall", "find", "filterHere", "undo", "redo", "exportHere", "foldRail", "nextPanel"}) {
        const QString key = box.action(name)->shortcut().toString(QKeySequence::PortableText);
        QVERIFY2(!key.isEmpty() && keys.contains(QStringLiteral(">%1<").arg(key)), name);
    }
    // The places, of which some follow each other: "Ctrl+1 to 5, Ctrl+7".
    QList<int> numbers;
    QString settings;
    for (const PlaceId place : Places::upper() + Places::lower()) {
        const auto name = QStringLiteral("go%1").arg(static_cast<int>(place)).toLatin1();
        const QString key = box.action(name.constData())->shortcut().toString(QKeySequence::PortableText);
        if (place == PlaceId::settings)
            settings = key;
        else if (!key.isEmpty())
            numbers << key.mid(5).toInt();
    }
    std::sort(numbers.begin(), numbers.end());
    QStringList runs;
    for (qsizetype from = 0, to = 0; from < numbers.size(); from = to) {
        for (to = from + 1; to < numbers.size() && numbers[to] == numbers[to - 1] + 1;)
            ++to;
        runs << (to - from == 1 ? QStringLiteral("Ctrl+%1").arg(numbers[from])
                                : QStringLiteral("Ctrl+%1 to %2").arg(numbers[from]).arg(numbers[to - 1]));
    }
    for (const QString& key : {runs.join(QStringLiteral(", ")), settings})
        QVERIFY2(!key.isEmpty() && keys.contains(QStringLiteral(">%1<").arg(key)), qPrintable(key));
}

QTEST_MAIN(ShortcutsTest)
#include "tst_shortcuts.moc"
