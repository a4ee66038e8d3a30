// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/Banner.h"

#include <QHBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kPassingMs = 6000;
} // namespace

Banner::Banner(QWidget* parent)
    : QFrame(parent), m_label(new TextLabel({}, TextStyle::base, ColorRole::text, TextLabel::Lines::many)),
      m_close(new IconButton(QStringLiteral("close"), tr("Dismiss")))
{
    setObjectName(QStringLiteral("banner"));
    setProperty("role", QStringLiteral("bar"));
    m_label->setObjectName(QStringLiteral("bannerSentence"));
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setSide(28);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::k20, space::k4, space::k12, space::k4);
    row->addWidget(m_label, 1);
    row->addWidget(m_close);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kPassingMs);
    connect(&m_timer, &QTimer::timeout, this, &Banner::dismiss);
    connect(m_close, &IconButton::clicked, this, &Banner::dismiss);
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
    setVisible(!sentence.isEmpty());
}

void Banner::dismiss() { present(Tone::standing, m_standing); }

void Banner::clearStanding()
{
    m_standing.clear();
    dismiss();
}

} // namespace weavemap::ui
