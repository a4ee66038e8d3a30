// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include "ui/shell/WheelGuard.h"

/// A notch of the wheel over a field that does not have the keyboard changes nothing.
class TestWheelGuard : public QObject
{
    Q_OBJECT

    static void turn(QWidget& field)
    {
        const QPointF at = field.rect().center();
        QWheelEvent notch(at, field.mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&field, &notch);
    }

private Q_SLOTS:
    void closedList_keepsWhatWasChosen()
    {
        QComboBox list;
        list.addItems({QStringLiteral("Ana"), QStringLiteral("Ben")});
        list.show();
        turn(list);
        QCOMPARE(list.currentIndex(), 1); // as Qt has it
        const weavemap::ui::WheelGuard guard;
        list.setCurrentIndex(0);
        turn(list);
        QCOMPARE(list.currentIndex(), 0);
        list.setFocus();
        turn(list);
        QCOMPARE(list.currentIndex(), 0);
    }

    void number_turnsOnlyWithTheKeyboard()
    {
        const weavemap::ui::WheelGuard guard;
        QSpinBox number;
        number.setValue(5);
        number.show();
        turn(number);
        QCOMPARE(number.value(), 5);
        number.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&number));
        number.setFocus();
        turn(number);
        QCOMPARE(number.value(), 4);
    }
};

QTEST_MAIN(TestWheelGuard)
#include "tst_wheel_guard.moc"
