// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/LegendRow.h"

#include <cmath>
#include <utility>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/base/Convert.h"
#include "ui/base/FocusRing.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Words.h"
#include "ui/paint/LegendSample.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

bool countsTies(LegendKind kind)
{
    return kind == LegendKind::fresh || kind == LegendKind::lost || kind == LegendKind::kept;
}

constexpr int kRow = 20;
constexpr double kCorners = 5;
constexpr double kPad = 9;        ///< from the row's edge to the sample
constexpr double kValueText = 29; ///< where the words of a value begin
constexpr double kLineText = 59;  ///< where those of the other lines begin: below the widest sample

} // namespace

LegendRow::LegendRow(LegendEntry entry, MapColors colors, Kind kind, State state, QWidget* parent)
    : QAbstractButton(parent), m_entry(std::move(entry)), m_colors(std::move(colors)), m_kind(kind), m_state(state)
{
    setText(m_entry.text);
    QString name = m_entry.text;
    if (m_entry.count >= 0)
        name = QStringLiteral("%1, %2").arg(name, countsTies(m_entry.kind) ? formatCount(m_entry.count)
                                                                           : peopleCount(m_entry.count));
    if (kind == Kind::value) {
        setObjectName(QStringLiteral("legendValue"));
        setToolTip(m_entry.kind == LegendKind::shade
                       ? tr("Click to choose these people")
                       : tr("Click to show only %1; click again for everyone").arg(m_entry.text));
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        if (m_state == State::hidden)
            name = tr("%1, hidden").arg(name);
    } else {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents, kind == Kind::line);
    }
    setProperty(kFocusRadiusProperty, kCorners);
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize LegendRow::sizeHint() const
{
    const double words = QFontMetricsF(ui::font(TextStyle::second)).horizontalAdvance(m_entry.text);
    if (m_entry.kind == LegendKind::heading)
        return {static_cast<int>(std::ceil(2 * kPad + words)), kRow};
    return {static_cast<int>(std::ceil((m_kind != Kind::line ? kValueText + 40 : kLineText) + words + kPad)), kRow};
}

void LegendRow::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_kind == Kind::value && (underMouse() || isDown())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ColorRole::text, isDown() ? 0.1 : 0.06));
        painter.drawRoundedRect(QRectF(rect()), kCorners, kCorners);
    }
    if (m_state != State::shown)
        painter.setOpacity(0.45);
    const double middle = height() / 2.0;
    const double width = legendSampleWidth(m_entry);
    if (m_entry.kind == LegendKind::heading) {
        paintText(&painter, QRectF(kPad, 0, this->width() - 2 * kPad, height()), m_entry.text, TextStyle::second,
                  theme.color(ColorRole::muted));
        return;
    }
    // A disc stands where values have theirs; lines and growing discs fill the column of samples.
    const double left = m_kind != Kind::line ? kPad : kPad + (kLineText - 12 - kPad - width) / 2;
    // Where the map has colours of its own, samples stand on its ground.
    if ((m_colors.scheme == MapScheme::dark) != theme.isDark()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_colors.canvas);
        painter.drawRoundedRect(QRectF(left - 4, 1, width + 8, kRow - 2), 4, 4);
    }
    paintLegendSample(painter, QRectF(left, middle - kRow / 2.0, width, kRow), m_entry, m_colors);
    const double from = m_kind != Kind::line ? kValueText : kLineText;
    QRectF words(from, 0, this->width() - from - kPad, height());
    if (m_entry.count >= 0) {
        const QString count = formatCount(m_entry.count);
        paintText(&painter, words, count, TextStyle::second, theme.color(ColorRole::muted), Qt::AlignRight);
        words.setRight(words.right() - QFontMetricsF(ui::font(TextStyle::second)).horizontalAdvance(count) - 8);
    }
    paintText(&painter, words, m_entry.text, TextStyle::second, theme.color(ColorRole::text));
}

} // namespace weavemap::ui
