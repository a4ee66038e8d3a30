// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "ui/base/ThemeController.h"
#include "ui/base/Words.h"
#include "ui/widgets/LevelChip.h"

using namespace weavemap;
using namespace weavemap::ui;

/// The level of a line or a field: always seen, chosen from three, never looser than its floor.
class LevelChipTest : public QObject
{
    Q_OBJECT

    ThemeController m_controller{*qApp, ThemeChoice::light};

    static QAction* action(LevelChip& chip, Confidentiality level)
    {
        return chip.findChild<QAction*>(QStringLiteral("level%1").arg(static_cast<int>(level)));
    }
    /// The sentences below the levels.
    static QStringList reasons(LevelChip& chip)
    {
        QStringList shown;
        for (const QAction* one : chip.findChild<QMenu*>()->actions().mid(3))
            if (one->isVisible() && !one->isSeparator())
                shown << one->text();
        return shown;
    }

private Q_SLOTS:
    void level_isSaidInWords_andToWhoHearsIt()
    {
        LevelChip chip(QStringLiteral("Who may see this line"));
        for (const auto level : {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe}) {
            chip.setLevel(level);
            QCOMPARE(chip.value(), words(level));
            QVERIFY(chip.accessibleName().contains(words(level)));
            QVERIFY(chip.accessibleName().contains(QStringLiteral("this line")));
            QVERIFY(!chip.accessibleDescription().isEmpty());
            QVERIFY(action(chip, level)->isChecked());
        }
    }
    void keys_chooseALevel_once()
    {
        LevelChip chip(QStringLiteral("Who"));
        QSignalSpy chosen(&chip, &LevelChip::levelChosen);
        chip.show();
        chip.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&chip));
        chip.setFocus();
        const auto pressOnMenu = [&chip](const QList<Qt::Key>& keys) {
            QTest::keyClick(&chip, Qt::Key_Space);
            QTRY_VERIFY(QApplication::activePopupWidget() != nullptr);
            for (const Qt::Key key : keys)
                QTest::keyClick(QApplication::activePopupWidget(), key);
            QTRY_VERIFY(QApplication::activePopupWidget() == nullptr);
        };
        pressOnMenu({Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Return});
        QCOMPARE(chip.level(), Confidentiality::onlyMe);
        QCOMPARE(chosen.count(), 1);
        QVERIFY(chip.hasFocus());
        pressOnMenu({Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Return}); // the same
        QCOMPARE(chosen.count(), 1);
        QVERIFY(action(chip, Confidentiality::onlyMe)->isChecked());
        pressOnMenu({Qt::Key_Escape});
        QCOMPARE(chip.level(), Confidentiality::onlyMe);
    }
    void floor_holdsWhateverWasSet_andSaysSo()
    {
        LevelChip chip(QStringLiteral("Who"));
        chip.setFloor(Confidentiality::staff, QStringLiteral("The call is for staff."));
        QCOMPARE(chip.level(), Confidentiality::shareable); // what was set is kept
        QCOMPARE(chip.shownLevel(), Confidentiality::staff);
        QCOMPARE(chip.value(), words(Confidentiality::staff));
        QVERIFY(!action(chip, Confidentiality::shareable)->isEnabled());
        QVERIFY(action(chip, Confidentiality::staff)->isEnabled());
        QCOMPARE(reasons(chip), QStringList{QStringLiteral("The call is for staff.")});
        QVERIFY(chip.accessibleDescription().contains(QStringLiteral("The call is for staff.")));
        chip.setLevel(Confidentiality::onlyMe);
        QCOMPARE(chip.shownLevel(), Confidentiality::onlyMe);
        chip.setFloor(Confidentiality::shareable, {});
        QVERIFY(reasons(chip).isEmpty());
        QVERIFY(action(chip, Confidentiality::shareable)->isEnabled());
    }
    void onlyMine_isGreyWhereItWouldBeNobodys()
    {
        LevelChip chip(QStringLiteral("Who"));
        chip.setNotOnlyMine(QStringLiteral("Say who you are."));
        QVERIFY(!action(chip, Confidentiality::onlyMe)->isEnabled());
        QCOMPARE(reasons(chip), QStringList{QStringLiteral("Say who you are.")});
        chip.setLevel(Confidentiality::onlyMe); // so it was stored
        QVERIFY(action(chip, Confidentiality::onlyMe)->isEnabled());
        QVERIFY(reasons(chip).isEmpty());
    }
};

QTEST_MAIN(LevelChipTest)
#include "tst_level_chip.moc"
