// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdlib>
#include <memory>

#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/AppMark.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/IconMark.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/ThinProgress.h"

using namespace weavemap::ui;

namespace {

QString heardName(QWidget& widget)
{
    QAccessibleInterface* const face = QAccessible::queryAccessibleInterface(&widget);
    return face ? face->text(QAccessible::Name) : QString();
}

} // namespace

class Widgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_controller = std::make_unique<ThemeController>(*qApp, ThemeChoice::light); }
    void cleanupTestCase() { m_controller.reset(); }

    void everyControl_isNamedReachedByTabAndLargeEnough()
    {
        Button button(QStringLiteral("Store this call"), Button::Kind::primary);
        Button quiet(QStringLiteral("Not now"), Button::Kind::quiet);
        quiet.setHeight(Button::Height::small);
        IconButton undo(QStringLiteral("undo"), QStringLiteral("Undo"));
        undo.setSide(5);
        FilterChip chip(QStringLiteral("Colour"), QStringLiteral("region"), Chip::End::chevron);
        LinkLabel link(QStringLiteral("Show them"));
        SearchField search(QStringLiteral("Find people"));
        const std::pair<QWidget*, QString> controls[]{{&button, QStringLiteral("Store this call")},
                                                      {&quiet, QStringLiteral("Not now")},
                                                      {&undo, QStringLiteral("Undo")},
                                                      {&chip, QStringLiteral("Colour region")},
                                                      {&link, QStringLiteral("Show them")},
                                                      {&search, QStringLiteral("Find people")}};
        for (const auto& [widget, name] : controls) {
            QCOMPARE(heardName(*widget), name);
            QVERIFY2(widget->focusPolicy() & Qt::TabFocus, qPrintable(name));
            QVERIFY2(widget->sizeHint().height() >= size::kLeastTarget, qPrintable(name));
            QVERIFY2(widget->sizeHint().width() >= size::kLeastTarget, qPrintable(name));
        }
    }

    void textsThatAreNotControls_areHeardToo()
    {
        Avatar avatar;
        avatar.setPerson(QStringLiteral("Ana Mar\u00EDa Ruiz"), 2, Heard::no);
        QCOMPARE(avatar.initials(), QStringLiteral("AR"));
        QCOMPARE(heardName(avatar), QStringLiteral("Ana Mar\u00EDa Ruiz"));
        Pill pill({QStringLiteral("No known tie"), QStringLiteral("+3"), {}, Tone::neutral});
        QCOMPARE(heardName(pill), QStringLiteral("No known tie +3"));
        TextLabel label(QStringLiteral("142 members"));
        QCOMPARE(heardName(label), QStringLiteral("142 members"));
    }

    void button_growsWithWhatItSays()
    {
        Button button(QStringLiteral("Later"));
        const int words = button.sizeHint().width();
        button.setKeyText(QStringLiteral("S"));
        const int withKey = button.sizeHint().width();
        button.setIconName(QStringLiteral("snooze"));
        QVERIFY(words < withKey && withKey < button.sizeHint().width());
        QCOMPARE(button.sizeHint().height(), size::kButton);
    }

    void chip_crossClosesWithoutClicking()
    {
        FilterChip chip(QStringLiteral("Members"), QStringLiteral("active"), Chip::End::close);
        chip.resize(chip.sizeHint());
        QSignalSpy closed(&chip, &Chip::closeRequested), clicked(&chip, &QAbstractButton::clicked);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(chip.width() - 14, chip.height() / 2));
        QCOMPARE(closed.count(), 1);
        QCOMPARE(clicked.count(), 0);
        QTest::mouseClick(&chip, Qt::LeftButton, {}, QPoint(12, chip.height() / 2));
        QCOMPARE(closed.count(), 1);
        QCOMPARE(clicked.count(), 1);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(closed.count(), 2);
        QTest::keyClick(&chip, Qt::Key_Return);
        QCOMPARE(clicked.count(), 2);
    }

    void chip_withoutACrossIgnoresDelete()
    {
        FilterChip chip(QStringLiteral("Size"), QStringLiteral("go-between"), Chip::End::chevron);
        QSignalSpy closed(&chip, &Chip::closeRequested);
        QTest::keyClick(&chip, Qt::Key_Delete);
        QCOMPARE(closed.count(), 0);
    }

    void filterChip_opensItsMenuByKeyAndClick()
    {
        FilterChip chip(QStringLiteral("Colour"), QStringLiteral("region"), Chip::End::chevron);
        QMenu menu;
        menu.addAction(QStringLiteral("Role"));
        chip.setMenu(&menu);
        chip.show();
        QTest::keyClick(&chip, Qt::Key_Down);
        QVERIFY(menu.isVisible());
        menu.hide();
        QTest::mouseClick(&chip, Qt::LeftButton);
        QVERIFY(menu.isVisible());
    }

    void searchField_escapeClearsThenPassesOn()
    {
        QWidget window;
        auto* const column = new QVBoxLayout(&window);
        auto* const search = new SearchField(QStringLiteral("Find"));
        search->setKeyHint(QStringLiteral("Ctrl K"));
        column->addWidget(search);
        const QMargins empty = search->textMargins();
        QTest::keyClicks(search, QStringLiteral("Ana"));
        QVERIFY(search->textMargins().right() < empty.right());
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(search->text(), QString());
        QSignalSpy down(search, &SearchField::wentDown);
        QTest::keyClick(search, Qt::Key_Down);
        QCOMPARE(down.count(), 1);
    }

    void segmentedSwitch_movesByArrowsAndTellsOnlyTheUsersChoice()
    {
        SegmentedSwitch steps({QStringLiteral("1 step"), QStringLiteral("2 steps"), QStringLiteral("3 steps")});
        QSignalSpy spy(&steps, &SegmentedSwitch::chosen);
        steps.setCurrent(1);
        QCOMPARE(steps.current(), 1);
        QCOMPARE(spy.count(), 0);
        steps.show();
        QVERIFY(QTest::qWaitForWindowActive(&steps));
        QWidget* const second = steps.findChild<QWidget*>(QStringLiteral("segment1"));
        second->setFocus();
        QTest::keyClick(second, Qt::Key_Right);
        QCOMPARE(steps.current(), 2);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy.back().front().toInt(), 2);
        steps.setCurrent(99);
        QCOMPARE(steps.current(), 2);
    }

    void linkLabel_isPressedByEnter()
    {
        LinkLabel link(QStringLiteral("Open on the map"));
        QSignalSpy spy(&link, &QAbstractButton::clicked);
        QTest::keyClick(&link, Qt::Key_Return);
        QTest::keyClick(&link, Qt::Key_Space);
        QCOMPARE(spy.count(), 2);
    }

    void flowLayout_wrapsLikeWords()
    {
        QWidget holder;
        auto* const flow = new FlowLayout(&holder, 8, 4);
        for (int i = 0; i < 5; ++i) {
            auto* const box = new QWidget;
            box->setFixedSize(100, 20);
            flow->addWidget(box);
        }
        QCOMPARE(flow->heightForWidth(5 * 100 + 4 * 8), 20);
        QCOMPARE(flow->heightForWidth(5 * 100 + 4 * 8 - 1), 44);
        QCOMPARE(flow->heightForWidth(100), 5 * 20 + 4 * 4);
        QCOMPARE(flow->heightForWidth(10), 5 * 20 + 4 * 4);
        flow->setGeometry(QRect(0, 0, 220, 100));
        QCOMPARE(flow->itemAt(2)->geometry().topLeft(), QPoint(0, 24));
        delete flow->takeAt(0);
        QCOMPARE(flow->count(), 4);
        QVERIFY(!flow->itemAt(9));
    }

    void flowLayout_empty()
    {
        FlowLayout flow;
        QCOMPARE(flow.heightForWidth(300), 0);
        QCOMPARE(flow.sizeHint(), QSize(0, 0));
    }

    void thinProgress_showsNothingForQuickWork()
    {
        ThinProgress progress;
        progress.start();
        QVERIFY(!progress.isShowing());
        progress.finish();
        QVERIFY(!progress.isShowing());
        progress.start();
        QTRY_VERIFY(progress.isShowing());
        progress.setShare(0.42);
        QCOMPARE(progress.accessibleDescription(), QStringLiteral("42 %"));
        progress.finish();
        QVERIFY(!progress.isShowing());
    }

    void emptyState_offersOneAction()
    {
        EmptyState state(QStringLiteral("members"), QStringLiteral("Nobody here yet"), QStringLiteral("Bring a list."),
                         QStringLiteral("Bring a list"));
        QSignalSpy spy(&state, &EmptyState::actionRequested);
        state.actionButton()->click();
        QCOMPARE(spy.count(), 1);
        const EmptyState mute(QStringLiteral("charts"), QStringLiteral("Not enough to draw"), {}, {});
        QVERIFY(!mute.actionButton());
    }

    void textLabel_elidesAndKeepsTheWholeText()
    {
        const QString name = QStringLiteral("Wilhelmina Featherstonehaugh-Montgomery");
        TextLabel label(name, TextStyle::base, ColorRole::muted, TextLabel::Lines::elided);
        QVERIFY(label.minimumSizeHint().width() <= 24);
        label.resize(80, 20);
        label.show();
        QCOMPARE(label.toolTip(), name);
        QCOMPARE(heardName(label), name);
        label.resize(600, 20);
        QCOMPARE(label.toolTip(), QString());
    }

    void textLabel_breaksAWordThatIsLongerThanALine()
    {
        const QString word(200, QLatin1Char('w'));
        TextLabel label(QStringLiteral("See %1").arg(word), TextStyle::base, ColorRole::text, TextLabel::Lines::many);
        QVERIFY(label.minimumSizeHint().width() <= 120);
        const int line = label.fontMetrics().height();
        const int wide = label.fontMetrics().horizontalAdvance(word);
        QVERIFY(label.heightForWidth(160) >= line * (wide / 160)); // as many lines as the word needs
        label.resize(160, label.heightForWidth(160));
        const QImage picture = label.grab().toImage();
        bool lastLineIsWritten = false;
        for (int y = picture.height() - line; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                lastLineIsWritten = lastLineIsWritten || picture.pixel(x, y) != picture.pixel(picture.width() - 1, y);
        QVERIFY(lastLineIsWritten);
        // Words that fit stay whole.
        TextLabel usual(QStringLiteral("Call back about clubs"), TextStyle::base, ColorRole::text,
                        TextLabel::Lines::many);
        QCOMPARE(usual.heightForWidth(600), usual.fontMetrics().height());
    }

    void textLabel_keepsBrokenWordsOutOfItsMargins()
    {
        const QMargins margins(12, 7, 40, 9);
        TextLabel label(QString(60, QLatin1Char('w')), TextStyle::base, ColorRole::text, TextLabel::Lines::many);
        const int high = label.heightForWidth(160);
        label.setContentsMargins(margins);
        const int wide = 160 + margins.left() + margins.right();
        QCOMPARE(label.heightForWidth(wide), high + margins.top() + margins.bottom());
        label.resize(wide, label.heightForWidth(wide));
        for (const int most : {0, 2}) { // all lines, and those of which the last is cut
            label.setMostLines(most);
            const QImage picture = label.grab().toImage();
            const QRgb ground = picture.pixel(0, 0);
            int inked = 0;
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x) {
                    if (picture.pixel(x, y) == ground)
                        continue;
                    ++inked;
                    QVERIFY2(label.contentsRect().adjusted(-1, -1, 1, 1).contains(x, y),
                             qPrintable(QStringLiteral("%1 %2").arg(x).arg(y)));
                }
            QVERIFY(inked > 100);
        }
    }

    void textLabel_showsNoMoreThanItsLines()
    {
        const QString words = QStringLiteral("Has a student teacher who took over coding clubs, with two schools. ");
        TextLabel label(words.repeated(8), TextStyle::base, ColorRole::text, TextLabel::Lines::many);
        const int all = label.heightForWidth(200);
        label.setMostLines(3);
        const int three = label.heightForWidth(200);
        QVERIFY(three < all);
        QVERIFY(std::abs(three - 3 * label.fontMetrics().height()) <= 3);
        label.resize(200, three);
        label.show(); // painted to its end without trouble
        QVERIFY(!label.grab().isNull());
        QCOMPARE(heardName(label), words.repeated(8));
        label.setText(QStringLiteral("Short."));
        QVERIFY(label.heightForWidth(200) <= label.fontMetrics().height() + 1);
    }

    void pill_isCutWhereThereIsNoRoom()
    {
        const QString need = QStringLiteral("A colleague from another region to plan coding clubs with");
        Pill pill({need, QStringLiteral("+2"), {}, Tone::warning});
        QVERIFY(pill.minimumSizeHint().width() <= 60);
        pill.resize(pill.sizeHint());
        pill.show();
        QCOMPARE(pill.shown().text, need);
        QCOMPARE(pill.toolTip(), QString());
        pill.resize(160, 22);
        QVERIFY(pill.shown().text.endsWith(QChar(0x2026)));
        QVERIFY(pillSize(pill.shown()).width() <= 160);
        QCOMPARE(pill.shown().suffix, QStringLiteral("+2"));
        QCOMPARE(pill.toolTip(), need + QStringLiteral(" +2"));
        QCOMPARE(heardName(pill), need + QStringLiteral(" +2"));
        // Told again, it is as long as its words need.
        pill.setPill({QStringLiteral("Mentor"), {}, {}, Tone::good});
        QCOMPARE(pill.toolTip(), QString());
    }

    void linkLabel_cutsOnlyLongNames()
    {
        const LinkLabel usual(QStringLiteral("Open on the map"));
        QCOMPARE(usual.minimumSizeHint(), usual.sizeHint());
        const LinkLabel name(QString(200, QLatin1Char('w')));
        QVERIFY(name.minimumSizeHint().width() <= 200);
    }

    void markAndIcons_followTheTheme()
    {
        AppMark mark(20);
        IconMark lock(QStringLiteral("lock"));
        lock.setSide(14);
        QCOMPARE(lock.size(), QSize(14, 14));
        const QImage light = mark.grab().toImage(), lightLock = lock.grab().toImage();
        m_controller->setChoice(ThemeChoice::dark);
        const QImage dark = mark.grab().toImage(), darkLock = lock.grab().toImage();
        m_controller->setChoice(ThemeChoice::light);
        const auto ink = [](const QImage& picture) { // the colour furthest from that of the corner
            QRgb most = picture.pixel(0, 0);
            const auto distance = [&picture](QRgb colour) {
                const QRgb ground = picture.pixel(0, 0);
                return std::abs(qRed(colour) - qRed(ground)) + std::abs(qGreen(colour) - qGreen(ground)) +
                       std::abs(qBlue(colour) - qBlue(ground));
            };
            for (int y = 0; y < picture.height(); ++y)
                for (int x = 0; x < picture.width(); ++x)
                    if (distance(picture.pixel(x, y)) > distance(most))
                        most = picture.pixel(x, y);
            return qGray(most);
        };
        QVERIFY(ink(light) < 128 && ink(dark) > 128);
        QVERIFY(ink(lightLock) < 160 && ink(darkLock) > 110);
        QVERIFY(ink(lightLock) != ink(darkLock));
        QCOMPARE(heardName(mark), QStringLiteral("Weavemap"));
    }

    void textLabel_followsTheTheme()
    {
        TextLabel label(QStringLiteral("2 days late"), TextStyle::second, ColorRole::danger);
        QCOMPARE(label.palette().color(QPalette::WindowText), Theme::light().color(ColorRole::danger));
        m_controller->setChoice(ThemeChoice::dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), Theme::dark().color(ColorRole::danger));
        m_controller->setChoice(ThemeChoice::light);
    }

private:
    std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(Widgets)
#include "tst_widgets.moc"
