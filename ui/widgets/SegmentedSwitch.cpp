// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SegmentedSwitch.h"

#include <cmath>

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/base/FocusRing.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/widgets/PaintParts.h"

namespace weavemap::ui {

namespace {

constexpr int kInset = 2;

/// One choice; drawn raised where it is the chosen one.
class Segment : public QAbstractButton
{
public:
    explicit Segment(const QString& words)
    {
        setText(words);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
        setProperty(kFocusRadiusProperty, radius::kButton - 1);
    }
    QSize sizeHint() const override
    {
        const double words = QFontMetricsF(ui::font(TextStyle::controlBold)).horizontalAdvance(text());
        return {static_cast<int>(std::ceil(words)) + 28, size::kLeastTarget};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = currentTheme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (!isEnabled())
            painter.setOpacity(0.45);
        if (isChecked()) {
            painter.setPen(QPen(theme.color(ColorRole::border), 1));
            painter.setBrush(theme.color(ColorRole::raised));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::kButton - 1,
                                    radius::kButton - 1);
        } else if (underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(ColorRole::text, 0.05));
            painter.drawRoundedRect(rect(), radius::kButton - 1, radius::kButton - 1);
        }
        paintText(&painter, QRectF(rect()).adjusted(4, 0, -4, 0), text(),
                  isChecked() ? TextStyle::controlBold : TextStyle::control, theme.color(ColorRole::text),
                  Qt::AlignHCenter);
    }
};

} // namespace

SegmentedSwitch::SegmentedSwitch(const QStringList& choices, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins(kInset, kInset, kInset, kInset);
    row->setSpacing(2);
    m_group->setExclusive(true);
    for (int i = 0; i < choices.size(); ++i) {
        auto* const segment = new Segment(choices[i]);
        segment->setObjectName(QStringLiteral("segment%1").arg(i));
        m_group->addButton(segment, i);
        row->addWidget(segment, 1);
    }
    setCurrent(0);
    // A click, or an arrow key, which checks the neighbour.
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedSwitch::chosen);
}

int SegmentedSwitch::current() const { return m_group->checkedId(); }

void SegmentedSwitch::setCurrent(int index)
{
    if (QAbstractButton* const segment = m_group->button(index))
        segment->setChecked(true);
}

void SegmentedSwitch::setWords(int index, const QString& words)
{
    if (QAbstractButton* const segment = m_group->button(index)) {
        segment->setText(words);
        segment->updateGeometry();
    }
}

void SegmentedSwitch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(currentTheme().color(ColorRole::sunken));
    painter.drawRoundedRect(rect(), radius::kButton, radius::kButton);
}

} // namespace weavemap::ui
