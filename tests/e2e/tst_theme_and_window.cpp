// SPDX-License-Identifier: GPL-3.0-or-later
// How the window looks and is shaped: the theme, the rail, its size.
#include <QAction>
#include <QImage>
#include <QSet>
#include <QTest>

#include "WindowBox.h"
#include "ui/shell/Rail.h"

using namespace weavemap;
using namespace weavemap::ui;
using uitest::WindowBox;

class ThemeAndWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dark_changesEveryPlaceAtOnceAndIsRemembered();
    void rail_foldsByKeyAndByWidth();
    void sizeIsRemembered();
    void panels_f6GoesRound();
};

namespace {

double lightnessOf(QWidget& widget)
{
    const QImage image = widget.grab().toImage().scaled(64, 64, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    double sum = 0;
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            sum += qGray(image.pixel(x, y));
    return sum / (64 * 64 * 255);
}

} // namespace

void ThemeAndWindowTest::dark_changesEveryPlaceAtOnceAndIsRemembered()
{
    WindowBox box;
    box.open(box.sample());
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_7}) {
        box.press(key, Qt::ControlModifier);
        QVERIFY(box.settle());
        box.action("themeDark")->trigger();
        QVERIFY(box.settle());
        const double dark = lightnessOf(box.window());
        box.action("themeLight")->trigger();
        QVERIFY(box.settle());
        const double light = lightnessOf(box.window());
        QVERIFY2(dark < 0.3 && light > 0.75, qPrintable(QStringLiteral("%1 %2").arg(dark).arg(light)));
    }
    box.action("themeDark")->trigger();
    QCOMPARE(box.settings().value(setting::kTheme), ThemeChoice::dark);
    QVERIFY(box.action("themeDark")->isChecked());
    QVERIFY(!box.action("themeLight")->isChecked());
}

void ThemeAndWindowTest::rail_foldsByKeyAndByWidth()
{
    WindowBox box;
    box.open(box.sample());
    auto* rail = box.shown<Rail>("rail");
    QVERIFY(!rail->isFolded());
    box.press(Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(rail->isFolded());
    box.press(Qt::Key_Backslash, Qt::ControlModifier);
    QVERIFY(!rail->isFolded());
    box.window().resize(1100, 800);
    QTRY_VERIFY(rail->isFolded());
    box.window().resize(1280, 800);
    QTRY_VERIFY(!rail->isFolded());
}

void ThemeAndWindowTest::sizeIsRemembered()
{
    WindowBox box;
    box.start({1200, 760});
    box.stop();
    MainWindow again(box.settings(), box.dialogs(), box.theme(), &box.clock());
    QCOMPARE(again.size(), QSize(1200, 760));
}

void ThemeAndWindowTest::panels_f6GoesRound()
{
    WindowBox box;
    box.open(box.sample());
    QSet<QString> seen;
    for (int i = 0; i < 4; ++i) {
        box.press(Qt::Key_F6);
        QVERIFY(box.focus()->isVisible());
        seen.insert(box.focus()->objectName());
    }
    QVERIFY2(seen.size() >= 3, qPrintable(QStringList(seen.begin(), seen.end()).join(QLatin1Char(' '))));
    QVERIFY(seen.contains(QStringLiteral("globalSearch")));
    QVERIFY(seen.contains(QStringLiteral("railPlaces")));
}

QTEST_MAIN(ThemeAndWindowTest)
#include "tst_theme_and_window.moc"
