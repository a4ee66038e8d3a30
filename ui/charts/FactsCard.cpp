// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/FactsCard.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kFigureWidth = 84;
} // namespace

FactsCard::FactsCard(QWidget* parent)
    : Card(Kind::plain, Padding::normal, parent), m_rows(new QWidget), m_grid(new QGridLayout(m_rows))
{
    setObjectName(QStringLiteral("networkFacts"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::k20);
    m_grid->setVerticalSpacing(space::k16);
    m_grid->setColumnMinimumWidth(0, kFigureWidth);
    m_grid->setColumnStretch(1, 1);
    auto* scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("networkFactsScroll"));
    scroll->setAccessibleName(tr("Figures of the network"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_rows);
    // The card is the ground.
    scroll->viewport()->setAutoFillBackground(false);
    m_rows->setAutoFillBackground(false);
    body()->addWidget(scroll);
}

void FactsCard::setFacts(const std::vector<NetworkFact>& facts)
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    // Only the row under the last takes up what room is left, not one that was the last before.
    for (int old = 0; old < m_grid->rowCount(); ++old)
        m_grid->setRowStretch(old, 0);
    int row = 0;
    for (const NetworkFact& fact : facts) {
        auto* figure =
            new TextLabel(fact.figure, TextStyle::page, fact.isComputing ? ColorRole::muted : ColorRole::text);
        figure->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        figure->setToolTip(fact.measure);
        auto* words = new QWidget;
        auto* column = new QVBoxLayout(words);
        column->setContentsMargins(0, 4, 0, 0);
        column->setSpacing(2);
        auto* sentence = new TextLabel(fact.sentence, TextStyle::base,
                                       fact.isComputing ? ColorRole::muted : ColorRole::text, TextLabel::Lines::many);
        sentence->setToolTip(fact.measure);
        column->addWidget(sentence);
        if (!fact.caution.isEmpty())
            column->addWidget(new TextLabel(fact.caution, TextStyle::second, ColorRole::muted, TextLabel::Lines::many));
        m_grid->addWidget(figure, row, 0);
        m_grid->addWidget(words, row, 1);
        figure->show(); // or they count for no height until the next turn of events
        words->show();
        ++row;
    }
    m_grid->setRowStretch(row, 1);
    updateGeometry();
}

QSize FactsCard::sizeHint() const
{
    const QMargins edge = body()->contentsMargins();
    const int across = width() - edge.left() - edge.right();
    return {Card::sizeHint().width(), edge.top() + m_grid->totalHeightForWidth(across) + edge.bottom()};
}

void FactsCard::resizeEvent(QResizeEvent* event)
{
    Card::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        updateGeometry(); // lines break elsewhere
}

} // namespace weavemap::ui
