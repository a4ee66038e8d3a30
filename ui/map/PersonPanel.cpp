// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PersonPanel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/map/FiguresStrip.h"
#include "ui/map/PanelParts.h"
#include "ui/map/PersonRow.h"
#include "ui/models/InTouch.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconMark.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kFirstTies = 5;
constexpr int kMostItems = 3;
constexpr int kLongestQuote = 140;

QString firstWords(const std::string& text)
{
    QString words = toQString(text).simplified();
    if (words.size() > kLongestQuote)
        words = words.left(words.lastIndexOf(QLatin1Char(' '), kLongestQuote)) + QStringLiteral(" …");
    return words;
}

} // namespace

PersonPanel::PersonPanel(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_avatar(new Avatar),
      m_name(new TextLabel({}, TextStyle::name, ColorRole::text, TextLabel::Lines::many)),
      m_role(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_since(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_call(new Button(tr("Log a call"), Button::Kind::normal)), m_figures(new FiguresStrip),
      m_tieTitle(new TextLabel({}, TextStyle::baseBold)),
      m_furtherTies(new TextLabel({}, TextStyle::second, ColorRole::muted)), m_ties(new QVBoxLayout),
      m_allTies(new LinkLabel(QString(), nullptr, TextStyle::second)), m_items(new QVBoxLayout),
      m_lastHeard(new TextLabel({}, TextStyle::second, ColorRole::muted)),
      m_lastWords(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many))
{
    setObjectName(QStringLiteral("personPanel"));
    m_avatar->setDiameter(48);
    m_name->setObjectName(QStringLiteral("inspectorName"));
    m_role->setObjectName(QStringLiteral("inspectorRole"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_role);
    words->addWidget(m_since);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_avatar, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    head->addSpacing(28);

    auto* circle = new Button(tr("Circle"), Button::Kind::normal);
    auto* page = new Button(tr("Page"), Button::Kind::normal);
    page->setAccessibleName(tr("Open the page"));
    page->setToolTip(tr("Everything about this person"));
    m_call->setObjectName(QStringLiteral("inspectorLogCall"));
    circle->setObjectName(QStringLiteral("inspectorCircle"));
    page->setObjectName(QStringLiteral("inspectorPage"));
    m_call->setIconName(QStringLiteral("call"));
    circle->setIconName(QStringLiteral("circle-of"));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    for (Button* button : {m_call, circle, page}) {
        button->setHeight(Button::Height::small);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto* tieHead = new QHBoxLayout;
    m_tieTitle->setObjectName(QStringLiteral("inspectorTieTitle"));
    m_furtherTies->setObjectName(QStringLiteral("inspectorFurtherTies"));
    tieHead->addWidget(m_tieTitle, 1);
    tieHead->addWidget(m_furtherTies);
    m_ties->setSpacing(0);
    m_allTies->setObjectName(QStringLiteral("inspectorAllTies"));
    m_items->setSpacing(space::k4);
    auto* heardHead = new QHBoxLayout;
    heardHead->addWidget(new TextLabel(tr("Last heard"), TextStyle::baseBold), 1);
    heardHead->addWidget(m_lastHeard);
    m_lastHeard->setObjectName(QStringLiteral("inspectorLastHeard"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(space::k16);
    column->addLayout(buttons);
    column->addSpacing(space::k16);
    column->addWidget(m_figures);
    column->addSpacing(space::k20);
    column->addLayout(tieHead);
    column->addSpacing(space::k4);
    column->addLayout(m_ties);
    column->addWidget(m_allTies, 0, Qt::AlignLeft);
    column->addLayout(m_items);
    column->addSpacing(space::k16);
    column->addLayout(heardHead);
    column->addSpacing(2);
    column->addWidget(m_lastWords);
    column->addStretch();

    connect(m_call, &Button::clicked, this, [this] { Q_EMIT logCallRequested(m_person); });
    connect(circle, &Button::clicked, this, [this] { Q_EMIT circleRequested(m_person); });
    connect(page, &Button::clicked, this, [this] { Q_EMIT pageRequested(m_person); });
    connect(m_allTies, &LinkLabel::clicked, this, [this] { Q_EMIT pageRequested(m_person); });
}

void PersonPanel::setProfile(const actions::Profile& profile, const PersonFigures& figures, const QString& note)
{
    const Person& person = profile.person;
    m_person = person.id;
    const QString name = toQString(person.name);
    m_avatar->setPerson(name, m_office.people.colourOf(person.id), profile.heardFrom ? Heard::yes : Heard::no);
    m_name->setText(name);
    m_role->setText(joined({toQString(person.role), toQString(profile.organization)}, QStringLiteral(", ")));
    const QString since = person.joined ? (person.kind == PersonKind::member ? tr("member since %1") : tr("since %1"))
                                              .arg(toQDate(person.joined).year())
                                        : QString();
    const QString kind = person.kind == PersonKind::member ? QString() : words(person.kind);
    m_since->setText(joined({toQString(person.region), kind, since}, QStringLiteral(" · ")));
    m_role->setVisible(!m_role->text().isEmpty());
    m_since->setVisible(!m_since->text().isEmpty());
    m_call->setEnabled(!m_office.session.isReadOnly());
    if (figures.known)
        m_figures->setFigures({{formatCount(figures.inTouch), tr("in touch")},
                               {formatCount(figures.regions), figures.regions == 1 ? tr("region") : tr("regions")},
                               {formatPercent(figures.reach), tr("in two steps")}},
                              note);
    else
        m_figures->setFigures({});
    // Where the map gives no figures of this person, the grid's rule counts.
    fillTies(profile, figures.known
                          ? figures.inTouch
                          : static_cast<int>(inTouch(profile.ties, m_office.people, m_office.session.today()).size()));
    fillItems(profile);
    fillLastHeard(profile);
}

void PersonPanel::forget()
{
    m_person = {};
    m_avatar->setPerson({}, kOtherGroup);
    for (TextLabel* label : {m_name, m_role, m_since, m_tieTitle, m_furtherTies, m_lastHeard, m_lastWords})
        label->setText({});
    m_figures->setFigures({});
    m_allTies->setText({});
    clearLayout(m_ties);
    clearLayout(m_items);
}

void PersonPanel::fillTies(const actions::Profile& profile, int counted)
{
    clearLayout(m_ties);
    m_tieTitle->setText(counted == 0 ? tr("Ties") : tr("In touch with %1").arg(formatCount(counted)));
    m_furtherTies->setText(furtherTies(profile.ties, counted));
    const std::size_t shown = std::min(profile.ties.size(), kFirstTies);
    for (std::size_t i = 0; i < shown; ++i) {
        const actions::ProfileTie& tie = profile.ties[i];
        auto* row = new PersonRow(toQString(tie.name), tieLine(tie), m_office.people.colourOf(tie.other),
                                  m_office.people.isHeardFrom(tie.other) ? Heard::yes : Heard::no);
        row->setObjectName(QStringLiteral("inspectorTie"));
        connect(row, &PersonRow::clicked, this, [this, id = tie.tie.id] { Q_EMIT tieChosen(id); });
        m_ties->addWidget(row);
    }
    if (profile.ties.empty())
        m_ties->addWidget(new TextLabel(tr("No known tie yet."), TextStyle::second, ColorRole::muted));
    m_allTies->setText(tr("All %L1 ties and who told us").arg(profile.ties.size()));
    m_allTies->setVisible(profile.ties.size() > kFirstTies);
}

void PersonPanel::fillItems(const actions::Profile& profile)
{
    clearLayout(m_items);
    const auto add = [&](NoteItemKind kind, const QString& title, const QString& icon, ColorRole role) {
        int shown = 0;
        for (const NoteItem& item : profile.items) {
            const bool current = item.state != NoteItemState::met && item.state != NoteItemState::made;
            if (item.kind != kind || !current || item.person != profile.person.id || shown == kMostItems)
                continue;
            if (shown++ == 0) {
                m_items->addSpacing(space::k16);
                m_items->addWidget(new TextLabel(title, TextStyle::baseBold));
            }
            auto* line = new QHBoxLayout;
            line->setSpacing(10);
            line->addWidget(new IconMark(icon, role), 0, Qt::AlignTop);
            line->addWidget(
                new TextLabel(toQString(item.text), TextStyle::second, ColorRole::text, TextLabel::Lines::many), 1);
            m_items->addLayout(line);
        }
    };
    add(NoteItemKind::need, tr("Looks for"), QStringLiteral("need"), ColorRole::warning);
    add(NoteItemKind::offer, tr("Offers"), QStringLiteral("offer"), ColorRole::good);
}

void PersonPanel::fillLastHeard(const actions::Profile& profile)
{
    const Date today = m_office.session.today();
    m_lastHeard->setText(tr("not yet"));
    m_lastWords->setText({});
    const auto heard = std::find_if(profile.conversations.begin(), profile.conversations.end(),
                                    [](const Conversation& talk) { return talk.reached; });
    if (profile.lastHeard)
        m_lastHeard->setText(formatDate(profile.lastHeard->localDate(), DateStyle::day, today));
    if (heard != profile.conversations.end()) {
        m_lastHeard->setText(QStringLiteral("%1, %2").arg(formatDate(heard->when.localDate(), DateStyle::day, today),
                                                          words(heard->kind).toLower()));
        m_lastWords->setText(heard->quote.empty() ? firstWords(heard->text) : tr("“%1”").arg(firstWords(heard->quote)));
    }
    m_lastWords->setVisible(!m_lastWords->text().isEmpty());
}

} // namespace weavemap::ui
