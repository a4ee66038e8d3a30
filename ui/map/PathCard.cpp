// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PathCard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/Announcer.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 264; ///< as the circle's card, whose place it takes
} // namespace

PathCard::PathCard(QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_head(new QHBoxLayout),
      m_title(new TextLabel({}, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::many)),
      m_sentence(new TextLabel({}, TextStyle::second, ColorRole::text, TextLabel::Lines::many)),
      m_which(new TextLabel({}, TextStyle::second, ColorRole::muted)),
      m_next(new Button(tr("Next path"), Button::Kind::normal)), m_end(new Button(tr("Path to…"), Button::Kind::quiet)),
      m_close(new IconButton(QStringLiteral("close"), tr("Close the path")))
{
    setObjectName(QStringLiteral("pathCard"));
    setAccessibleName(tr("Path"));
    setFixedWidth(kWidth);
    m_title->setObjectName(QStringLiteral("pathTitle"));
    m_sentence->setObjectName(QStringLiteral("pathSentence"));
    m_sentence->setMostLines(8);
    m_which->setObjectName(QStringLiteral("pathWhich"));
    m_next->setObjectName(QStringLiteral("nextPath"));
    m_next->setHeight(Button::Height::small);
    m_end->setObjectName(QStringLiteral("otherPathEnd"));
    m_end->setHeight(Button::Height::small);
    m_close->setObjectName(QStringLiteral("closePath"));
    m_close->setSide(size::kLeastTarget);
    m_head->setSpacing(space::k8);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_close, 0, Qt::AlignTop);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::k8);
    foot->addWidget(m_next);
    foot->addWidget(m_end);
    foot->addStretch();
    body()->setContentsMargins(space::k16, space::k12, space::k12, space::k12);
    body()->addLayout(m_head);
    body()->addWidget(m_sentence);
    body()->addWidget(m_which);
    body()->addLayout(foot);
    connect(m_next, &Button::clicked, this, &PathCard::nextRequested);
    connect(m_end, &Button::clicked, this, &PathCard::endRequested);
    connect(m_close, &IconButton::clicked, this, &PathCard::closeRequested);
    hide();
}

void PathCard::setPath(const QString& title, const QString& sentence, const QString& which)
{
    if (m_title->text() != title || m_sentence->text() != sentence || m_which->text() != which)
        Announcer::say(*this, QStringList{title, sentence, which}.join(QLatin1Char('\n')).trimmed());
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_which->setText(which);
    m_which->setVisible(!which.isEmpty());
    m_next->setVisible(!which.isEmpty());
    m_head->invalidate(); // it keeps the height it had for its width
    body()->invalidate();
    resize(kWidth, body()->totalHeightForWidth(kWidth));
}

void PathCard::forget()
{
    for (TextLabel* label : {m_title, m_sentence, m_which})
        label->setText({});
}

} // namespace weavemap::ui
