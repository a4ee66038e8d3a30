// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/CircleCard.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/paint/CircleSteps.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/SegmentedSwitch.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kWidth = 264; ///< stands between legend and minimap in the smallest window with both

/// "In touch with 12 people in 4 regions. 55 more are one introduction away."
QString sentenceOf(const actions::MapData& map, const std::vector<PersonId>& centres)
{
    int first = 0, second = 0;
    std::set<std::string> values;
    std::vector<std::uint32_t> starts;
    const std::set<PersonId> wanted(centres.begin(), centres.end());
    for (std::size_t i = 0; i < map.people.size(); ++i)
        if (wanted.contains(map.people[i].id))
            starts.push_back(static_cast<std::uint32_t>(i));
    const std::vector<int> reach =
        stepsFrom(map.people.size(), map.ties, starts, 2, [](const actions::MapTie& tie) { return !tie.attended; });
    for (std::size_t i = 0; i < reach.size(); ++i) {
        if (reach[i] == 1 && !map.people[i].value.empty())
            values.insert(map.people[i].value);
        first += reach[i] == 1 ? 1 : 0;
        second += reach[i] == 2 ? 1 : 0;
    }
    const bool several = centres.size() > 1;
    if (first == 0)
        return several ? CircleCard::tr("No known tie to anybody else on this map.")
                       : CircleCard::tr("No known tie on this map.");
    if (map.rolledUp)
        return first == 1 ? CircleCard::tr("Tied to 1 other on this map.")
                          : CircleCard::tr("Tied to %L1 others on this map.").arg(first);
    const QString contacts = peopleCount(first);
    const bool byRegion = map.colourBy == "region" && values.size() > 1;
    const QString near = several ? CircleCard::tr("Together in touch with %1.").arg(contacts)
                         : byRegion
                             ? CircleCard::tr("In touch with %1 in %L2 regions.").arg(contacts).arg(values.size())
                             : CircleCard::tr("In touch with %1.").arg(contacts);
    if (second == 0)
        return near;
    const QString far = second == 1 ? CircleCard::tr("1 more is one introduction away.")
                                    : CircleCard::tr("%L1 more are one introduction away.").arg(second);
    return QStringLiteral("%1 %2").arg(near, far);
}

} // namespace

CircleCard::CircleCard(Office& office, QWidget* parent)
    : Card(Kind::floating, Padding::normal, parent), m_office(office), m_head(new QWidget), m_avatar(new Avatar),
      m_name(new TextLabel({}, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::elided)),
      m_second(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided)),
      m_sentence(new TextLabel({}, TextStyle::second, ColorRole::text, TextLabel::Lines::many)),
      m_steps(new SegmentedSwitch({tr("1 step"), tr("2 steps"), tr("3 steps")}))
{
    setObjectName(QStringLiteral("circleCard"));
    setAccessibleName(tr("Circle"));
    m_sentence->setObjectName(QStringLiteral("circleSentence"));
    m_steps->setObjectName(QStringLiteral("circleSteps"));
    m_steps->setAccessibleName(tr("Steps of the circle"));
    setFixedWidth(kWidth);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_second);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, space::k4);
    head->setSpacing(space::k12);
    head->addWidget(m_avatar);
    head->addLayout(words, 1);
    body()->setContentsMargins(space::k16, space::k12, space::k16, space::k12);
    body()->addWidget(m_head);
    body()->addWidget(m_sentence);
    body()->addWidget(m_steps);
    connect(m_steps, &SegmentedSwitch::chosen, this, [this](int index) { Q_EMIT stepsChosen(index + 1); });
    hide();
}

void CircleCard::setCircle(const actions::MapData& map, const std::vector<PersonId>& centres, int steps, Head head)
{
    const PersonId person = centres.size() == 1 ? centres.front() : PersonId{};
    const bool several = centres.size() > 1;
    const actions::RosterRow* row = m_office.people.find(person);
    QString name = m_office.people.nameOf(person);
    for (const actions::MapPerson& disc : map.people)
        if (disc.id == person && disc.node != actions::MapNode::person)
            name = toQString(disc.name);
    if (several)
        name = peopleCount(static_cast<int>(centres.size()));
    m_avatar->setVisible(!several);
    m_avatar->setPerson(several ? QString() : name, m_office.people.colourOf(person),
                        m_office.people.isHeardFrom(person) ? Heard::yes : Heard::no);
    m_name->setText(name);
    QStringList second;
    if (row)
        second = {toQString(row->person.role), toQString(row->organization)};
    second.removeAll(QString());
    m_second->setText(second.join(QStringLiteral(", ")));
    m_second->setVisible(!second.isEmpty());
    m_head->setVisible(head == Head::shown);
    m_sentence->setText(sentenceOf(map, centres));
    m_steps->setCurrent(std::max(0, steps - 1));
    body()->invalidate();
    resize(kWidth, body()->totalHeightForWidth(kWidth));
}

void CircleCard::forget()
{
    m_avatar->setPerson({}, kOtherGroup);
    for (TextLabel* label : {m_name, m_second, m_sentence})
        label->setText({});
}

} // namespace weavemap::ui
