// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/introductions/SuggestionRow.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/base/IntroductionWords.h"
#include "ui/base/Type.h"
#include "ui/introductions/SuggestionCard.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

SuggestionRow::SuggestionRow(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office),
      m_spread(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided)),
      m_area(new QScrollArea)
{
    m_spread->setObjectName(QStringLiteral("suggestionSpread"));
    auto* inner = new QWidget;
    m_row = new QHBoxLayout(inner);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::kCardGap);
    m_row->addStretch(1);
    m_area->setObjectName(QStringLiteral("suggestions"));
    m_area->setAccessibleName(tr("Suggestions"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidgetResizable(true);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(inner);
    inner->installEventFilter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, space::k4, 0, space::k4);
    column->setSpacing(space::k4);
    column->addWidget(new SectionHeader(tr("Suggestions")));
    column->addWidget(m_spread);
    column->addSpacing(space::k4);
    column->addWidget(m_area);
    hide();
}

bool SuggestionRow::eventFilter(QObject* watched, QEvent* event)
{
    const bool handled = QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight();
    return handled;
}

void SuggestionRow::fitHeight()
{
    int tallest = 0;
    for (const SuggestionCard* card : m_cards)
        tallest = std::max({tallest, card->minimumSizeHint().height(), card->heightForWidth(SuggestionCard::kWidth)});
    m_area->setFixedHeight(tallest + m_area->horizontalScrollBar()->sizeHint().height());
}

const SuggestionCard* SuggestionRow::cardInHand() const
{
    const QWidget* focus = window()->focusWidget();
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [focus](const SuggestionCard* card) { return card->isAncestorOf(focus); });
    return found == m_cards.end() ? nullptr : *found;
}

bool SuggestionRow::setPage(const actions::SuggestionPage& page)
{
    const auto& list = page.found.list;
    m_spread->setText(spreadSentence(page.found.spread));
    bool isSame = m_cards.size() == list.size();
    for (std::size_t i = 0; isSame && i < list.size(); ++i)
        isSame = m_cards[i]->says(m_office, list[i], page);
    if (isSame)
        return true;
    const SuggestionCard* inHand = cardInHand();
    const auto place = static_cast<std::size_t>(std::find(m_cards.begin(), m_cards.end(), inHand) - m_cards.begin());
    std::vector<SuggestionCard*> cards;
    SuggestionCard* next = nullptr;
    for (const weaving::Suggestion& suggestion : list) {
        cards.push_back(makeCard(suggestion, page));
        m_row->insertWidget(static_cast<int>(cards.size()) - 1, cards.back());
        if (inHand != nullptr && cards.back()->isOfSameTwo(*inHand))
            next = cards.back();
    }
    setVisible(!list.empty());
    const bool hadKeyboard = inHand != nullptr;
    if (hadKeyboard && !cards.empty()) {
        if (next == nullptr)
            next = cards[std::min(place, cards.size() - 1)];
        next->show();
        next->takeFocus();
        m_area->ensureWidgetVisible(next, 0, 0);
    }
    // Only now: the keyboard of a card that goes away would be somewhere.
    for (SuggestionCard* old : m_cards) {
        m_row->removeWidget(old);
        old->hide();
        old->deleteLater();
    }
    m_cards = std::move(cards);
    fitHeight();
    return !hadKeyboard || !m_cards.empty();
}

SuggestionCard* SuggestionRow::makeCard(const weaving::Suggestion& suggestion, const actions::SuggestionPage& page)
{
    auto* card = new SuggestionCard(m_office, suggestion, page);
    connect(card, &SuggestionCard::introduceRequested, this, &SuggestionRow::introduceRequested);
    connect(card, &SuggestionCard::mailRequested, this, &SuggestionRow::mailRequested);
    connect(card, &SuggestionCard::putAsideRequested, this, &SuggestionRow::putAsideRequested);
    connect(card, &SuggestionCard::apartRequested, this,
            [this](const weaving::Suggestion& unwanted) { Q_EMIT apartRequested(unwanted.a, unwanted.b); });
    connect(card, &SuggestionCard::personRequested, this, &SuggestionRow::personRequested);
    connect(card, &SuggestionCard::conversationRequested, this, &SuggestionRow::conversationRequested);
    return card;
}

} // namespace weavemap::ui
