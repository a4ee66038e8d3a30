// SPDX-License-Identifier: GPL-3.0-or-later
// Escape takes back one thing at a time, and never what was typed or chosen.
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QWindow>

#include "WindowBox.h"
#include "ui/shell/Places.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class OneStepBackTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openListOfTheImport_closesAndNothingElse();
    void importThatWasChosenFor_isLeftOnlyWhenSaidSo();
    void openListsOfTheForm_closeAndNothingElse();
};

namespace {

/// As the window system delivers it: to the window, which hands it to an open list.
void escape(WindowBox& box) { QTest::keyClick(box.window().windowHandle(), Qt::Key_Escape); }

/// Gives the keyboard to a field; without a window manager nobody gives it back to the window when a list has closed.
bool goTo(WindowBox& box, QWidget* field)
{
    return uitest::waitUntil([&] {
        box.window().activateWindow();
        field->setFocus();
        return QApplication::focusWidget() == field;
    });
}

bool startImport(WindowBox& box)
{
    box.open(box.emptyFile());
    box.window().places().startImport(
        {box.textFile(QStringLiteral("new.csv"), "name,place\nDee Brandt,Coast\nEd Cole,Lakes\n")});
    return box.settle() && box.visible("importPlace") != nullptr;
}

} // namespace

void OneStepBackTest::openListOfTheImport_closesAndNothingElse()
{
    WindowBox box;
    QVERIFY(startImport(box));
    for (auto* list : box.window().findChildren<QComboBox*>()) {
        if (!list->isVisible() || !list->isEnabled())
            continue;
        QVERIFY(goTo(box, list));
        list->showPopup();
        QVERIFY(QApplication::activePopupWidget());
        escape(box);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY2(box.visible("importPlace"), qPrintable(list->objectName()));
    }
    QVERIFY(goTo(box, box.shown("importStore")));
    escape(box); // nothing was chosen
    QVERIFY(!box.visible("importPlace"));
    QVERIFY(box.dialogs().questions().empty());
}

void OneStepBackTest::importThatWasChosenFor_isLeftOnlyWhenSaidSo()
{
    WindowBox box;
    QVERIFY(startImport(box));
    auto* encoding = box.shown<QComboBox>("importEncoding");
    encoding->setFocus();
    box.press(Qt::Key_Down);
    QVERIFY(box.settle());
    QCOMPARE(encoding->currentIndex(), 1);
    box.shown("importRows")->setFocus();
    escape(box); // asks; answered like Escape
    QCOMPARE(box.dialogs().questions().size(), std::size_t{1});
    QVERIFY(box.visible("importPlace"));
    QCOMPARE(encoding->currentIndex(), 1);
    box.dialogs().willAnswer(0);
    escape(box);
    QVERIFY(!box.visible("importPlace"));
    // The next list begins anew.
    box.window().places().startImport({box.textFile(QStringLiteral("next.csv"), "name\nFay Dunn\n")});
    QVERIFY(box.settle());
    escape(box);
    QVERIFY(!box.visible("importPlace"));
    QCOMPARE(box.dialogs().questions().size(), std::size_t{2});
    QCOMPARE(box.window().people().rowCount(), 0);
}

void OneStepBackTest::openListsOfTheForm_closeAndNothingElse()
{
    WindowBox box;
    box.open(box.sample());
    box.window().places().addPerson(QStringLiteral("Dee Brandt"));
    QVERIFY(box.settle());
    auto* level = box.shown<QComboBox>("formLevel");
    QVERIFY(goTo(box, level));
    level->showPopup();
    escape(box);
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(box.visible("personForm"));
    auto* region = box.shown<QLineEdit>("formRegion");
    QVERIFY(goTo(box, region));
    box.type(QStringLiteral("a")); // regions with that letter are offered
    QVERIFY(QApplication::activePopupWidget());
    escape(box);
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(box.visible("personForm"));
    QCOMPARE(region->text(), QStringLiteral("a"));
    escape(box);
    QVERIFY(!box.visible("personForm"));
}

QTEST_MAIN(OneStepBackTest)
#include "tst_one_step_back.moc"
