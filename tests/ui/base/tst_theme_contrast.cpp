// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QTest>

#include "ColorMath.h"
#include "ui/base/Theme.h"

using namespace weavemap::ui;
using colormath::contrast;

namespace {

constexpr ColorRole kGrounds[]{ColorRole::window, ColorRole::surface, ColorRole::sunken, ColorRole::raised,
                               ColorRole::canvas};

double worst(const Theme& theme, const QColor& ink)
{
    double least = 21;
    for (const ColorRole ground : kGrounds)
        least = std::min(least, contrast(ink, theme.color(ground)));
    return least;
}

} // namespace

class ThemeContrast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statedContrast_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("role");
        QTest::addColumn<double>("stated");
        const auto rows = [](ThemeKind kind, const char* name,
                             std::initializer_list<std::pair<ColorRole, double>> list) {
            for (const auto& [role, stated] : list)
                QTest::addRow("%s %s", name, qPrintable(tokenName(role)))
                    << static_cast<int>(kind) << static_cast<int>(role) << stated;
        };
        // The table of the look: worst contrast against window, surface, sunken, raised and canvas.
        rows(ThemeKind::light, "light",
             {{ColorRole::control, 2.9},
              {ColorRole::text, 13.8},
              {ColorRole::muted, 5.6},
              {ColorRole::accent, 6.5},
              {ColorRole::focus, 6.5},
              {ColorRole::danger, 6.0},
              {ColorRole::warning, 5.8},
              {ColorRole::good, 5.5}});
        rows(ThemeKind::dark, "dark",
             {{ColorRole::control, 3.6},
              {ColorRole::text, 11.8},
              {ColorRole::muted, 5.9},
              {ColorRole::accent, 6.3},
              {ColorRole::focus, 6.3},
              {ColorRole::danger, 6.5}});
    }

    void statedContrast()
    {
        QFETCH(const int, kind);
        QFETCH(const int, role);
        QFETCH(const double, stated);
        const Theme& theme = Theme::of(static_cast<ThemeKind>(kind));
        const double measured = worst(theme, theme.color(static_cast<ColorRole>(role)));
        QVERIFY2(std::abs(measured - stated) <= 0.055, qPrintable(QString::number(measured)));
    }

    void textRoles_passEverywhere()
    {
        for (const Theme* const theme : {&Theme::light(), &Theme::dark(), &Theme::print()}) {
            for (const ColorRole role : {ColorRole::text, ColorRole::muted, ColorRole::accent, ColorRole::danger,
                                         ColorRole::warning, ColorRole::good})
                QVERIFY2(worst(*theme, theme->color(role)) >= 4.5, qPrintable(tokenName(role)));
        }
    }

    void textOnSoftGrounds_passes()
    {
        constexpr std::pair<ColorRole, ColorRole> pairs[]{
            {ColorRole::accent, ColorRole::accentSoft},   {ColorRole::danger, ColorRole::dangerSoft},
            {ColorRole::warning, ColorRole::warningSoft}, {ColorRole::good, ColorRole::goodSoft},
            {ColorRole::onAccent, ColorRole::accent},     {ColorRole::muted, ColorRole::dangerSoft},
            {ColorRole::muted, ColorRole::accentSoft},    {ColorRole::text, ColorRole::noteHighlight}};
        for (const Theme* const theme : {&Theme::light(), &Theme::dark()}) {
            for (const auto& [ink, ground] : pairs)
                QVERIFY2(contrast(theme->color(ink), theme->color(ground)) >= 4.5, qPrintable(tokenName(ground)));
        }
    }

    void controlEdges_onWindowAndSurface()
    {
        for (const Theme* const theme : {&Theme::light(), &Theme::dark()}) {
            for (const ColorRole ground : {ColorRole::window, ColorRole::surface})
                QVERIFY(contrast(theme->color(ColorRole::control), theme->color(ground)) >= 3.1);
        }
    }

    void groupDiscs_onCanvas()
    {
        constexpr double light[]{6.2, 4.3, 3.8, 6.7, 3.0, 3.0, 11.0, 7.7};
        constexpr double dark[]{5.7, 7.8, 8.7, 5.8, 12.8, 12.4, 4.1, 5.4};
        for (int i = 0; i < kGroupCount; ++i) {
            const Theme &l = Theme::light(), &d = Theme::dark();
            QVERIFY(std::abs(contrast(l.group(i), l.color(ColorRole::canvas)) - light[i]) <= 0.055);
            QVERIFY(std::abs(contrast(d.group(i), d.color(ColorRole::canvas)) - dark[i]) <= 0.055);
        }
    }

    void groupNamesAndInitials_pass()
    {
        for (const Theme* const theme : {&Theme::light(), &Theme::dark(), &Theme::print()}) {
            for (int i = kOtherGroup; i < kGroupCount; ++i) {
                const double name = contrast(theme->groupText(i), theme->color(ColorRole::canvas));
                QVERIFY2(name >= (i == kOtherGroup ? 4.5 : 5.0), qPrintable(QStringLiteral("%1: %2").arg(i).arg(name)));
                QVERIFY(contrast(theme->avatarInk(i), theme->avatarFill(i)) >= 4.45);
            }
        }
    }

    void textOnMeasure_readsEverywhereOnThePath()
    {
        for (const Theme* const theme : {&Theme::light(), &Theme::dark()}) {
            for (int i = 0; i <= 100; ++i) {
                const QColor ground = theme->measure(i / 100.0);
                QVERIFY(contrast(Theme::textOn(ground), ground) >= 4.55);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ThemeContrast)
#include "tst_theme_contrast.moc"
