// SPDX-License-Identifier: GPL-3.0-or-later
// Whoever cannot see the window, or drives it by a script, finds every control: each has a name for the program and one
// for people; whatever the mouse does, Tab reaches.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>
#include <QTest>

#include "WindowBox.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

namespace {

bool isInteractive(const QWidget* widget)
{
    if (widget->testAttribute(Qt::WA_TransparentForMouseEvents))
        return false;
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractItemView*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           widget->focusPolicy() == Qt::StrongFocus || widget->focusPolicy() == Qt::WheelFocus;
}

/// A part that Qt itself puts into one of its widgets, and that is reached through it.
bool isInnerPart(const QWidget* widget)
{
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    if (area != nullptr && area->viewport() == widget)
        return true;
    for (const QWidget* at = widget->parentWidget(); at != nullptr; at = at->parentWidget())
        if (qobject_cast<const QComboBox*>(at) || qobject_cast<const QAbstractSpinBox*>(at) ||
            qobject_cast<const QLineEdit*>(at) || at->inherits("QHeaderView") || at->inherits("QMenuBar") ||
            at->inherits("QTableView") || at->inherits("QScrollBar"))
            return !at->inherits("QScrollArea");
    return widget->objectName().startsWith(QStringLiteral("qt_")) || qobject_cast<const QScrollBar*>(widget);
}

QString path(const QWidget* widget)
{
    QStringList parts;
    for (const QWidget* at = widget; at != nullptr && parts.size() < 4; at = at->parentWidget())
        parts.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className())
                                                 : at->objectName());
    return parts.join(QLatin1Char('/'));
}

void collect(WindowBox& box, QSet<QString>& nameless, int& seen)
{
    for (QWidget* widget : box.window().findChildren<QWidget*>()) {
        if (!widget->isVisible() || !isInteractive(widget) || isInnerPart(widget))
            continue;
        ++seen;
        if (widget->objectName().isEmpty())
            nameless.insert(QStringLiteral("no object name: ") + path(widget));
        QAccessibleInterface* heard = QAccessible::queryAccessibleInterface(widget);
        if (heard == nullptr || heard->text(QAccessible::Name).trimmed().isEmpty())
            nameless.insert(QStringLiteral("no accessible name: ") + path(widget));
    }
}

} // namespace

class NamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyControlOfEveryPage_isNamed();
    void tab_reachesEveryPageAndComesRound();
};

void NamesTest::everyControlOfEveryPage_isNamed()
{
    QSet<QString> nameless;
    int seen = 0;
    WindowBox box;
    box.start();
    collect(box, nameless, seen);
    box.open(box.sample());
    const PersonId someone = box.window().people().row(20).person.id;
    const auto look = [&] {
        QVERIFY(box.settle());
        collect(box, nameless, seen);
    };
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_7}) {
        box.press(key, Qt::ControlModifier);
        look();
    }
    box.window().places().go(PlaceId::history);
    look();
    box.window().places().go(PlaceId::settings);
    look();
    box.window().places().showPerson(someone);
    look();
    box.window().places().addPerson(QStringLiteral("Zoë"));
    look();
    box.press(Qt::Key_Escape);
    box.window().places().logCall(someone);
    look();
    for (const char* adder : {"addTie", "addNeed", "addStep"}) {
        box.click(adder);
        look();
    }
    box.window().places().startImport({box.textFile(QStringLiteral("n.csv"), "name\nZoë\n")});
    look();
    box.press(Qt::Key_Escape);
    box.press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(box.settle());
    box.press(Qt::Key_P, Qt::ControlModifier);
    look();
    QVERIFY(seen > 150);
    QStringList list(nameless.begin(), nameless.end());
    list.sort();
    QVERIFY2(list.isEmpty(), qPrintable(QStringLiteral("\n") + list.join(QLatin1Char('\n'))));
}

void NamesTest::tab_reachesEveryPageAndComesRound()
{
    WindowBox box;
    box.open(box.sample());
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_4, Qt::Key_5, Qt::Key_7}) {
        box.press(key, Qt::ControlModifier);
        QVERIFY(box.settle());
        QWidget* front = box.window().places().front();
        QSet<QWidget*> reached;
        for (int i = 0; i < 300; ++i) {
            box.press(Qt::Key_Tab);
            if (reached.contains(box.focus()) && box.focus() == *reached.begin() && i > 200)
                break;
            reached.insert(box.focus());
        }
        int inside = 0, outside = 0;
        for (QWidget* widget : reached)
            (front->isAncestorOf(widget) ? inside : outside) += 1;
        QVERIFY2(inside > 0 && outside > 1,
                 qPrintable(QStringLiteral("%1: %2 %3").arg(front->objectName()).arg(inside).arg(outside)));
        QStringList missed;
        for (QAbstractButton* button : front->findChildren<QAbstractButton*>())
            if (button->isVisible() && button->isEnabled() && !isInnerPart(button) && !button->isCheckable() &&
                !reached.contains(button))
                missed << path(button);
        QVERIFY2(missed.isEmpty(), qPrintable(missed.join(QLatin1Char('\n'))));
    }
}

QTEST_MAIN(NamesTest)
#include "tst_names.moc"
