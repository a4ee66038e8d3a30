// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ToolHint.h"

#include <utility>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/Announcer.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kWidth = 264; ///< as the cards of a circle and a path

/// A tool's name, and what it waits for.
std::pair<QString, QString> wordsOf(MapCanvas::Tool tool, const QString& from)
{
    switch (tool) {
    case MapCanvas::Tool::select:
        return {};
    case MapCanvas::Tool::drawTie:
        return {
            ToolHint::tr("Draw a tie"),
            from.isEmpty()
                ? ToolHint::tr("Drag from one person to the other. With the keyboard: arrows to somebody and Enter, "
                               "then the same for the other.")
                : ToolHint::tr("Drag from %1 to the other person, or press T and give a name.").arg(from)};
    case MapCanvas::Tool::addPerson:
        return {ToolHint::tr("Add a person"), ToolHint::tr("Click where they should stand.")};
    case MapCanvas::Tool::lasso:
        return {ToolHint::tr("Choose with the lasso"),
                ToolHint::tr("Draw a line round people. With Shift those chosen before stay chosen.")};
    case MapCanvas::Tool::path:
        return {ToolHint::tr("Path between two people"),
                ToolHint::tr("Click one person, then the other. Or choose somebody first and press W.")};
    }
    return {};
}

} // namespace

ToolHint::ToolHint(QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_head(new QHBoxLayout),
      m_title(new TextLabel({}, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::many)),
      m_sentence(new TextLabel({}, TextStyle::second, ColorRole::text, TextLabel::Lines::many)),
      m_stop(new TextLabel({}, TextStyle::second, ColorRole::muted)),
      m_close(new IconButton(QStringLiteral("close"), tr("Put the tool away")))
{
    setObjectName(QStringLiteral("toolHint"));
    setAccessibleName(tr("What to do now"));
    setFixedWidth(kWidth);
    m_title->setObjectName(QStringLiteral("toolHintTitle"));
    m_sentence->setObjectName(QStringLiteral("toolHintSentence"));
    m_sentence->setMostLines(8);
    m_close->setObjectName(QStringLiteral("closeToolHint"));
    m_close->setSide(size::kLeastTarget);
    m_head->setSpacing(space::k8);
    m_head->addWidget(m_title, 1);
    m_head->addWidget(m_close, 0, Qt::AlignTop);
    body()->setContentsMargins(space::k16, space::k12, space::k12, space::k12);
    body()->addLayout(m_head);
    body()->addWidget(m_sentence);
    body()->addWidget(m_stop);
    connect(m_close, &IconButton::clicked, this, &ToolHint::closeRequested);
    hide();
}

void ToolHint::setTool(MapCanvas::Tool tool, const QString& from)
{
    const auto [title, sentence] = wordsOf(tool, from);
    const bool isNew = m_title->text() != title || m_sentence->text() != sentence;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_stop->setText(title.isEmpty() ? QString() : tr("Escape to stop"));
    if (isNew && !title.isEmpty())
        Announcer::say(*this, QStringList{title, sentence, m_stop->text()}.join(QLatin1Char('\n')));
    m_head->invalidate(); // it keeps the height it had for its width
    body()->invalidate();
    resize(kWidth, body()->totalHeightForWidth(kWidth));
    setVisible(!title.isEmpty());
}

} // namespace weavemap::ui
