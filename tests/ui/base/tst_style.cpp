// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <utility>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QFrame>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

#include "ui/base/FocusRing.h"
#include "ui/base/Fonts.h"
#include "ui/base/Icons.h"
#include "ui/base/ScriptedDialogs.h"
#include "ui/base/SystemDialogs.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

using namespace weavemap::ui;

namespace {

/// The colour of the fullest pixels of an icon, and how many pixels have ink at all.
std::pair<QColor, int> inkOf(const QImage& image)
{
    QColor strongest;
    int inked = 0, most = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor c = image.pixelColor(x, y);
            inked += c.alpha() > 0;
            if (c.alpha() > most) {
                most = c.alpha();
                strongest = c;
            }
        }
    }
    return {strongest, inked};
}

} // namespace

class StyleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_controller = std::make_unique<ThemeController>(*qApp, ThemeChoice::light); }
    void cleanup() { m_controller.reset(); }

    void fonts_areOurs()
    {
        QCOMPARE(QFontInfo(qApp->font()).family(), fontFamily());
        QCOMPARE(font(TextStyle::page).weight(), QFont::Bold);
        // The digits are all one width, so that columns of figures line up.
        const QFontMetricsF metrics(font(TextStyle::control));
        for (const QChar digit : QStringLiteral("123456789"))
            QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(QLatin1Char('0')));
    }

    void everyIcon_isDrawnInTheColourAskedFor()
    {
        QVERIFY(iconNames().size() >= 56); // those of the look, and what came later
        const QColor color = Theme::light().color(ColorRole::accent);
        for (const QString& name : iconNames()) {
            const auto [ink, inked] = inkOf(iconPixmap(name, color, 20, 2.0).toImage());
            QVERIFY2(inked > 20 && inked < 1500, qPrintable(name));
            QVERIFY2(qAbs(ink.red() - color.red()) < 8 && qAbs(ink.blue() - color.blue()) < 8, qPrintable(name));
        }
    }

    void icon_followsTheThemeAndItsState()
    {
        const QIcon call = icon(QStringLiteral("call"), ColorRole::text, ColorRole::accent);
        const auto ink = [&](QIcon::State state) {
            return inkOf(call.pixmap(QSize(40, 40), QIcon::Normal, state).toImage()).first;
        };
        QVERIFY(qAbs(ink(QIcon::Off).lightness() - Theme::light().color(ColorRole::text).lightness()) < 8);
        QVERIFY(qAbs(ink(QIcon::On).hue() - Theme::light().color(ColorRole::accent).hue()) < 8);
        m_controller->setChoice(ThemeChoice::dark);
        QVERIFY(qAbs(ink(QIcon::Off).lightness() - Theme::dark().color(ColorRole::text).lightness()) < 8);
        QVERIFY(inkOf(call.pixmap(QSize(40, 40), QIcon::Disabled).toImage()).first.alpha() < 140);
    }

    void icon_unknownNameIsNull()
    {
        QVERIFY(icon(QStringLiteral("no-such-icon")).isNull());
        QVERIFY(iconPixmap(QStringLiteral("no-such-icon"), Qt::black, 20, 1).isNull());
        QVERIFY(!appMark().pixmap(QSize(24, 24)).isNull());
    }

    void theme_changesPaletteAndTells()
    {
        QSignalSpy spy(m_controller.get(), &ThemeController::themeChanged);
        m_controller->setChoice(ThemeChoice::dark);
        m_controller->setChoice(ThemeChoice::dark);
        QCOMPARE(spy.count(), 1);
        QVERIFY(currentTheme().isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::dark().color(ColorRole::window));
        QCOMPARE(qApp->palette().color(QPalette::Highlight), Theme::dark().color(ColorRole::accentSoft));
        QCOMPARE(qApp->palette().color(QPalette::PlaceholderText), Theme::dark().color(ColorRole::muted));
    }

    void reducedMotion_hasNoDuration()
    {
        QCOMPARE(m_controller->duration(160), 160);
        m_controller->setMotion(Motion::reduced);
        QCOMPARE(m_controller->duration(160), 0);
    }

    void frames_areDrawnByTheirRole()
    {
        QFrame frame;
        frame.resize(60, 40);
        frame.setProperty("role", QStringLiteral("card"));
        const QImage image = frame.grab().toImage();
        QCOMPARE(image.pixelColor(30, 20), Theme::light().color(ColorRole::surface));
        QCOMPARE(image.pixelColor(30, 0), Theme::light().color(ColorRole::border));
        QVERIFY(image.pixelColor(0, 0) != Theme::light().color(ColorRole::surface));
    }

    void standardControls_haveTheStatedHeights()
    {
        QPushButton button(QStringLiteral("Import"));
        QLineEdit field;
        QComboBox combo;
        QSpinBox spin;
        QCheckBox check(QStringLiteral("Reached"));
        QCOMPARE(button.sizeHint().height(), size::kButton);
        QCOMPARE(field.sizeHint().height(), size::kField);
        QCOMPARE(combo.sizeHint().height(), size::kField);
        QCOMPARE(spin.sizeHint().height(), size::kField);
        QVERIFY(check.sizeHint().height() >= size::kLeastTarget);
    }

    void spinBox_showsItsWholeValue()
    {
        QSpinBox spin;
        spin.setRange(0, 1440);
        spin.setValue(1440);
        spin.resize(spin.sizeHint());
        spin.show();
        const auto* const field = spin.findChild<QLineEdit*>();
        QVERIFY(field);
        QVERIFY(field->width() >= field->fontMetrics().horizontalAdvance(QStringLiteral("1440")) + 20);
    }

    void comboTypedInto_isAFieldLikeTheOthers()
    {
        QWidget window;
        auto* const field = new QLineEdit(QStringLiteral("Ashlands"), &window);
        auto* const combo = new QComboBox(&window);
        combo->setEditable(true);
        combo->setEditText(QStringLiteral("Ashlands"));
        field->setGeometry(0, 0, 200, field->sizeHint().height());
        combo->setGeometry(0, 40, 200, combo->sizeHint().height());
        window.show();
        QCOMPARE(combo->sizeHint().height(), size::kField);
        const auto wordsBegin = [&window](QLineEdit* edit) {
            edit->home(false);
            const QRect caret = edit->inputMethodQuery(Qt::ImCursorRectangle).toRect();
            return edit->mapTo(&window, caret.topLeft()).x();
        };
        QCOMPARE(wordsBegin(combo->lineEdit()), wordsBegin(field));
    }

    void tables_haveAHairlineUnderEachRow()
    {
        QTableWidget table(2, 1);
        table.setItem(0, 0, new QTableWidgetItem);
        table.resize(200, 200);
        table.show();
        const int bottom = table.rowViewportPosition(0) + table.rowHeight(0) - 1;
        QCOMPARE(table.viewport()->grab().toImage().pixelColor(20, bottom), Theme::light().color(ColorRole::border));
        QCOMPARE(table.viewport()->grab().toImage().pixelColor(20, bottom - 5),
                 Theme::light().color(ColorRole::surface));
    }

    void theme_theSystemIsReadWhenItIsChosen()
    {
        m_controller->setChoice(ThemeChoice::dark);
        m_controller->setChoice(ThemeChoice::system); // light on this platform
        QVERIFY(!currentTheme().isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::light().color(ColorRole::window));
    }

    void focusRing_onlyForTheKeyboard()
    {
        QWidget window;
        window.resize(200, 100);
        auto* const button = new QPushButton(QStringLiteral("Import"), &window);
        button->setGeometry(40, 30, 80, 32);
        auto* const field = new QLineEdit(&window);
        field->setGeometry(40, 66, 80, 30);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const QPoint onRing(40 - 3, 46);
        const auto ringShows = [&] {
            return window.grab().toImage().pixelColor(onRing) == Theme::light().color(ColorRole::focus);
        };
        button->setFocus(Qt::MouseFocusReason);
        QVERIFY(!ringShows());
        field->setFocus(Qt::OtherFocusReason);
        button->setFocus(Qt::TabFocusReason);
        QVERIFY(ringShows());
        field->setFocus(Qt::MouseFocusReason);
        QVERIFY(!ringShows());
    }

    void scriptedDialogs_answerInOrderThenLikeEscape()
    {
        ScriptedDialogs dialogs;
        dialogs.willChooseFiles({QStringLiteral("/a.csv")});
        dialogs.willAnswer(0);
        QCOMPARE(dialogs.openFile(nullptr, {QStringLiteral("Open"), {}, {}, {}}),
                 std::optional<QString>(QStringLiteral("/a.csv")));
        QVERIFY(!dialogs.saveFile(nullptr, {}).has_value());
        const Question question{
            QStringLiteral("Erase Ana?"),
            QStringLiteral("It cannot be undone."),
            {{QStringLiteral("Erase"), AnswerRole::destructive}, {QStringLiteral("Keep"), AnswerRole::cancel}}};
        QCOMPARE(dialogs.ask(nullptr, question), 0);
        QCOMPARE(dialogs.ask(nullptr, question), 1);
        QCOMPARE(dialogs.ask(nullptr, {}), -1);
        QCOMPARE(dialogs.questions().size(), std::size_t{3});
    }

    void systemDialogs_enterNeverDoesWhatCannotBeUndone()
    {
        SystemDialogs dialogs;
        const Question question{
            QStringLiteral("Erase Ana?"),
            QStringLiteral("It cannot be undone."),
            {{QStringLiteral("Erase"), AnswerRole::destructive}, {QStringLiteral("Keep"), AnswerRole::cancel}}};
        const auto press = [](Qt::Key key) {
            QTimer::singleShot(0, qApp, [key] {
                QWidget* const box = QApplication::activeModalWidget();
                QVERIFY(box);
                for (const QPushButton* const button : box->findChildren<QPushButton*>()) {
                    const bool erases = button->text() == QStringLiteral("Erase");
                    QCOMPARE(button->palette().color(QPalette::ButtonText) == currentTheme().color(ColorRole::danger),
                             erases);
                }
                QTest::keyClick(box, key);
            });
        };
        press(Qt::Key_Return);
        QCOMPARE(dialogs.ask(nullptr, question), 1);
        press(Qt::Key_Escape);
        QCOMPARE(dialogs.ask(nullptr, question), 1);
        Question store = question;
        store.answers.front() = {QStringLiteral("Store"), AnswerRole::primary};
        press(Qt::Key_Return);
        QCOMPARE(dialogs.ask(nullptr, store), 0);
    }

private:
    std::unique_ptr<ThemeController> m_controller;
};

QTEST_MAIN(StyleTest)
#include "tst_style.moc"
