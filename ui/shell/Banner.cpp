// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Banner.h"

#include <algorithm>

#include <QAbstractButton>
#include <QComboBox>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLineEdit>

#include "ui/base/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kPassingMs = 6000;
} // namespace

Banner::Banner(QWidget* content)
    : QFrame(content), m_label(new TextLabel({}, TextStyle::base, ColorRole::text, TextLabel::Lines::many)),
      m_close(new IconButton(QStringLiteral("close"), tr("Dismiss")))
{
    setObjectName(QStringLiteral("banner"));
    m_label->setObjectName(QStringLiteral("bannerSentence"));
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setSide(28);
    // As high with it as without: a standing sentence and a passing one take the same room.
    QSizePolicy policy = m_close->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_close->setSizePolicy(policy);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k20, space::k4, space::k12, space::k4);
    row->addWidget(m_label, 1);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPassingMs);
    connect(&m_timer, &QTimer::timeout, this, &Banner::dismiss);
    connect(m_close, &IconButton::clicked, this, &Banner::dismiss);
    m_close->setFocusPolicy(Qt::TabFocus); // a click away leaves the keyboard where it was
    content->installEventFilter(this);
    hide();
}

QString Banner::sentence() const { return isHidden() ? QString() : m_label->text(); }

void Banner::show(Tone tone, const QString& sentence)
{
    if (tone == Tone::standing)
        m_standing = sentence;
    present(tone, sentence);
}

void Banner::present(Tone tone, const QString& sentence)
{
    m_label->setText(sentence);
    m_label->setColorRole(tone == Tone::trouble ? ColorRole::danger : ColorRole::text);
    m_close->setVisible(tone != Tone::standing);
    if (tone == Tone::passing)
        m_timer.start();
    else
        m_timer.stop();
    place();
    setVisible(!sentence.isEmpty());
    raise();
}

int Banner::heightAt(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
}

void Banner::place()
{
    QWidget* content = parentWidget();
    const bool docked = !m_standing.isEmpty();
    setProperty("role", docked ? QStringLiteral("bar") : QStringLiteral("float"));
    if (docked) {
        const int height = heightAt(content->width());
        content->setContentsMargins(0, height, 0, 0);
        setGeometry(0, 0, content->width(), height);
        return;
    }
    content->setContentsMargins(0, 0, 0, 0);
    // As wide as its sentence in one line, where there is room.
    const QMargins margins = layout()->contentsMargins();
    const int words = QFontMetrics(m_label->font()).horizontalAdvance(m_label->text()) + space::k4;
    const int close = m_close->sizeHint().width() + layout()->spacing();
    const int width = std::min(margins.left() + words + close + margins.right(), content->width() - 2 * space::k24);
    const int height = heightAt(width), lowest = content->height() - height - space::k16;
    QRect place((content->width() - width) / 2, lowest, width, height);
    // At the foot, as low as it covers nothing that can be pressed.
    const std::vector<QRect> controls = controlsBeneath();
    const auto covers = [&controls](const QRect& spot) {
        return std::any_of(controls.begin(), controls.end(), [&](const QRect& one) { return one.intersects(spot); });
    };
    while (place.top() > space::k8 && covers(place))
        place.translate(0, -space::k8);
    if (covers(place))
        place.moveTop(lowest);
    setGeometry(place);
}

std::vector<QRect> Banner::controlsBeneath() const
{
    const QWidget* const content = parentWidget();
    const auto inContent = [content](const QWidget* widget) {
        return QRect(widget->mapTo(content, QPoint()), widget->size());
    };
    std::vector<QRect> controls;
    for (const QWidget* widget : content->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
                               qobject_cast<const QComboBox*>(widget);
        if (!isControl || !widget->isVisible() || isAncestorOf(widget))
            continue;
        QRect shown = inContent(widget).marginsAdded({space::k4, space::k4, space::k4, space::k4});
        for (const QWidget* around = widget->parentWidget(); around != content; around = around->parentWidget())
            shown &= inContent(around); // what is scrolled away is not there
        controls.push_back(shown);
    }
    return controls;
}

bool Banner::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void Banner::dismiss() { present(Tone::standing, m_standing); }

void Banner::clearStanding()
{
    m_standing.clear();
    dismiss();
}

} // namespace weavemap::ui
