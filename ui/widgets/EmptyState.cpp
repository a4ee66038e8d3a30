// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include <utility>

#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kIconSide = 48;
constexpr int kWidest = 420;

/// A picture for the eye only: the title says it all to those who listen.
class BigIcon : public QWidget
{
public:
    explicit BigIcon(QString name) : m_name(std::move(name)) { setFixedSize(kIconSide, kIconSide); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(&painter, m_name, currentTheme().color(ColorRole::muted), rect());
    }

private:
    QString m_name;
};

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& sentence, const QString& action,
                       QWidget* parent)
    : QWidget(parent)
{
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(space::k8);
    column->addStretch(4);
    column->addWidget(new BigIcon(iconName), 0, Qt::AlignHCenter);
    column->addSpacing(space::k8);
    m_title = new TextLabel(title, TextStyle::name, ColorRole::text, TextLabel::Lines::many);
    m_sentence = new TextLabel(sentence, TextStyle::base, ColorRole::muted, TextLabel::Lines::many);
    for (TextLabel* const label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setFixedWidth(kWidest);
        column->addWidget(label, 0, Qt::AlignHCenter);
    }
    m_sentence->setVisible(!sentence.isEmpty());
    if (!action.isEmpty()) {
        column->addSpacing(space::k8);
        m_action = new Button(action, Button::Kind::normal);
        m_action->setObjectName(QStringLiteral("emptyStateAction"));
        column->addWidget(m_action, 0, Qt::AlignHCenter);
        connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
    }
    column->addStretch(5);
}

void EmptyState::setTexts(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace weavemap::ui
