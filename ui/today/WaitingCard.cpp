// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/WaitingCard.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/today/ReasonText.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kFace = 30;
constexpr std::size_t kMost = 3;
} // namespace

WaitingCard::WaitingCard(PeopleModel& people, QWidget* parent)
    : Card(Kind::plain, Padding::normal, parent), m_people(people)
{
    setObjectName(QStringLiteral("waitingIntroductions"));
}

QWidget* WaitingCard::row(const actions::WaitingIntroduction& waiting, Date today)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::k4);
    const Introduction& introduction = waiting.introduction;
    for (const auto& [id, name] : {std::pair(introduction.a, waiting.a), std::pair(introduction.b, waiting.b)}) {
        auto* face = new Avatar;
        face->setDiameter(kFace);
        face->setPerson(toQString(name), m_people.colourOf(id), m_people.isHeardFrom(id) ? Heard::yes : Heard::no);
        layout->addWidget(face, 0, Qt::AlignTop);
    }
    auto* words = new QVBoxLayout;
    words->setContentsMargins(space::k4, 0, 0, 0);
    words->setSpacing(0);
    auto* names = new TextLabel(tr("%1 and %2").arg(toQString(waiting.a), toQString(waiting.b)), TextStyle::base,
                                ColorRole::text, TextLabel::Lines::many);
    names->setTextFormat(Qt::PlainText);
    words->addWidget(names);
    QStringList parts{toQString(introduction.topic.empty() ? introduction.why : introduction.topic).simplified(),
                      waitText(waiting.wait, waiting.since, today)};
    parts.removeAll(QString());
    auto* about = new TextLabel(parts.join(QStringLiteral(" \u00B7 ")), TextStyle::second, ColorRole::muted,
                                TextLabel::Lines::many);
    about->setTextFormat(Qt::PlainText);
    about->setMostLines(2);
    words->addWidget(about);
    layout->addLayout(words, 1);
    return line;
}

void WaitingCard::present(const std::vector<actions::WaitingIntroduction>& introductions, Date today)
{
    while (QLayoutItem* item = body()->takeAt(0)) {
        delete item->widget(); // now: names must not outlive what they are about
        delete item;
    }
    if (introductions.empty()) {
        body()->addWidget(new TextLabel(tr("None waiting."), TextStyle::base, ColorRole::muted));
        return;
    }
    for (std::size_t at = 0; at < std::min(kMost, introductions.size()); ++at) {
        if (at > 0)
            body()->addWidget(new Hairline);
        body()->addWidget(row(introductions[at], today));
    }
    if (introductions.size() <= kMost)
        return;
    auto* all = new LinkLabel(tr("All %Ln introductions", "", static_cast<int>(introductions.size())));
    all->setObjectName(QStringLiteral("allIntroductions"));
    body()->addWidget(all, 0, Qt::AlignLeft);
    connect(all, &LinkLabel::clicked, this, &WaitingCard::allRequested);
}

} // namespace weavemap::ui
