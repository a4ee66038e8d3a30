// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/Inspector.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include "core/actions/MapNodes.h"
#include "ui/base/Convert.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Words.h"
#include "ui/map/FiguresStrip.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapModel.h"
#include "ui/map/PanelParts.h"
#include "ui/map/PeoplePanel.h"
#include "ui/map/PersonPanel.h"
#include "ui/map/TiePanel.h"
#include "ui/models/FiguresService.h"
#include "ui/models/MapInputs.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/IconMark.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

Inspector::Inspector(Office& office, MapModel& model, MapEdits& edits, QWidget* parent)
    : QFrame(parent), m_office(office), m_model(model), m_edits(edits), m_pages(new QWidget), m_scroll(new QScrollArea),
      m_networkName(new TextLabel({}, TextStyle::name, ColorRole::text, TextLabel::Lines::many)),
      m_networkLine(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_networkFigures(new FiguresStrip), m_person(new PersonPanel(office)), m_tiePanel(new TiePanel(office, edits)),
      m_several(new PeoplePanel(office)), m_foot(new QWidget), m_consentIcon(new IconMark(QStringLiteral("eye"))),
      m_consent(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_close(new IconButton(QStringLiteral("close"), tr("Close the inspector"), this))
{
    setObjectName(QStringLiteral("mapInspector"));
    setAccessibleName(tr("Inspector"));
    m_network = buildNetwork();
    auto* pages = new QVBoxLayout(m_pages);
    for (QWidget* page : std::initializer_list<QWidget*>{m_network, m_person, m_tiePanel, m_several})
        pages->addWidget(page);
    pages->setContentsMargins(space::k20, space::k20, space::k20, space::k16);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_pages);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_pages->setAutoFillBackground(false);
    m_consent->setObjectName(QStringLiteral("inspectorConsent"));
    auto* footLine = new QHBoxLayout;
    footLine->setSpacing(space::k8);
    footLine->addWidget(m_consentIcon);
    footLine->addWidget(m_consent, 1);
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(space::k20, 0, space::k20, space::k12);
    foot->setSpacing(space::k12);
    foot->addWidget(new Hairline);
    foot->addLayout(footLine);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_foot);
    m_close->setObjectName(QStringLiteral("closeInspector"));
    m_close->setSide(size::kLeastTarget);
    m_close->setFixedSize(size::kLeastTarget, size::kLeastTarget);
    m_close->raise();

    connect(m_close, &IconButton::clicked, this, &Inspector::closeRequested);
    connect(m_person, &PersonPanel::logCallRequested, this, &Inspector::logCallRequested);
    connect(m_person, &PersonPanel::circleRequested, this, &Inspector::circleRequested);
    connect(m_person, &PersonPanel::pageRequested, this, &Inspector::pageRequested);
    connect(m_person, &PersonPanel::tieChosen, this, &Inspector::tieChosen);
    connect(m_tiePanel, &TiePanel::personChosen, this, &Inspector::personChosen);
    connect(m_tiePanel, &TiePanel::conversationRequested, this, &Inspector::conversationRequested);
    connect(m_tiePanel, &TiePanel::introductionRequested, this, &Inspector::introductionRequested);
    connect(m_several, &PeoplePanel::personChosen, this, &Inspector::personChosen);
    connect(m_several, &PeoplePanel::circleRequested, this, &Inspector::circleRequested);
    connect(m_several, &PeoplePanel::pinRequested, this, &Inspector::pinRequested);
    connect(m_several, &PeoplePanel::archiveRequested, this, &Inspector::archiveRequested);
    connect(&office.session, &Session::changed, this, &Inspector::refresh);
    connect(&office.people, &PeopleModel::refreshed, this, &Inspector::refresh);
    connect(&office.figures, &FiguresService::changed, this, &Inspector::refresh);
    connect(&model, &MapModel::changed, this, [this] {
        const bool redated = std::exchange(m_on, m_model.answered().network.on) != m_model.answered().network.on;
        if (isEmpty())
            showNetwork();
        else if (redated && m_people.size() == 1)
            refresh();
    });
    connect(&office.session, &Session::closing, this, [this] {
        m_people.clear();
        m_tie = {};
        bring(m_network);
        m_foot->hide();
    });
    connect(&office.session, &Session::closed, this, &Inspector::showNetwork);
    showNetwork();
}

void Inspector::offer(const std::vector<QAction*>& commands) { m_several->offer(commands); }

QWidget* Inspector::buildNetwork()
{
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("networkPanel"));
    m_networkName->setContentsMargins(0, 0, 28, 0);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_networkName);
    column->addWidget(m_networkLine);
    column->addSpacing(space::k16);
    column->addWidget(m_networkFigures);
    column->addSpacing(space::k16);
    m_networkHint = new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many);
    column->addWidget(m_networkHint);
    column->addStretch();
    return page;
}

void Inspector::show(const std::vector<PersonId>& people, TieId tie)
{
    const bool another = people != m_people || tie != m_tie;
    m_people = people;
    m_tie = tie;
    refresh();
    if (another)
        toTop();
}

void Inspector::refresh()
{
    if (!m_office.session.isOpen())
        return;
    m_foot->hide();
    // Who chooses an organization or a convening sees its people.
    const std::vector<PersonId> people = m_model.standingFor(m_people);
    if (m_tie && m_tiePanel->setTie(m_tie)) {
        bring(m_tiePanel);
    } else if (people.size() > 1) {
        const auto& shown = m_model.input().people;
        const bool allPinned = std::all_of(people.begin(), people.end(), [&](PersonId id) {
            const int at = m_model.indexOf(id);
            return at >= 0 && shown[static_cast<std::size_t>(at)].pinned;
        });
        m_several->setPeople(people, allPinned, m_edits.canEdit() && people == m_people);
        bring(m_several);
    } else if (people.size() != 1 || !showPerson(people.front())) {
        showNetwork();
    }
}

bool Inspector::showPerson(PersonId person)
{
    Session& session = m_office.session;
    auto profile = actions::readProfile(session.records(), person, session.today(), session.me());
    if (!profile)
        return false;
    const auto result = m_office.figures.result();
    PersonFigures figures;
    QString note;
    if (const auto source = m_model.source(); source && !m_model.isToday()) {
        const graph::NetworkOptions& network = m_model.answered().network;
        figures = personFigures(source->data, network, person);
        // Those that the heading counts come first; what came later, or was over by then, after them.
        std::stable_partition(profile->ties.begin(), profile->ties.end(),
                              [&network](const actions::ProfileTie& tie) { return tie.tie.isOpenOn(network.on); });
        note = tr("On %1, as it is recorded").arg(formatDate(network.on, DateStyle::full));
    } else if (result) {
        figures = personFigures(result->data, result->network.network, person);
    }
    m_person->setProfile(*profile, figures, note);
    m_consent->setText(consentSentence(profile->person.consent));
    const ShowConsent consent = profile->person.consent;
    m_consentIcon->setIconName(consent == ShowConsent::notShown ? QStringLiteral("eye-off") : QStringLiteral("eye"));
    m_foot->show();
    bring(m_person);
    return true;
}

void Inspector::showNetwork()
{
    bring(m_network);
    m_foot->hide();
    const auto shown = m_model.data();
    m_networkFigures->setFigures({});
    m_networkName->setText(m_office.session.isOpen() ? m_office.session.networkName() : QString());
    m_networkHint->setVisible(shown != nullptr);
    m_networkHint->setText(shown && shown->people.empty() ? tr("Whoever you choose on the map shows here.")
                                                          : tr("Click a person or a tie to see more about them."));
    m_networkLine->setText({});
    m_networkLine->setVisible(shown && shown->networkPeople > 0);
    if (!shown || shown->networkPeople == 0)
        return;
    m_networkLine->setText(shown->compared ? comparedDates(*shown, DateStyle::full)
                                           : formatDate(shown->network.on, DateStyle::full));
    const std::size_t ties = actions::tiesOn(*shown);
    m_networkFigures->setFigures({{formatCount(static_cast<qint64>(actions::peopleOn(*shown))), tr("people shown")},
                                  {formatCount(static_cast<qint64>(ties)), ties == 1 ? tr("tie") : tr("ties")},
                                  {formatPercent(shown->coverage.share()), tr("heard from")}});
}

void Inspector::bring(QWidget* page)
{
    // One page at a time in the layout: a page that is not shown must not make the panel wider or scroll.
    for (QWidget* other : std::initializer_list<QWidget*>{m_network, m_person, m_tiePanel, m_several})
        other->setVisible(other == page);
    // Nobody stays in a page that is not shown: they may be erased before it is shown again.
    if (page != m_person) {
        m_person->forget();
        m_consent->setText({});
    }
    if (page != m_tiePanel)
        m_tiePanel->forget();
    if (page != m_several)
        m_several->forget();
}

void Inspector::toTop() { m_scroll->verticalScrollBar()->setValue(0); }

void Inspector::paintEvent(QPaintEvent*)
{
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ColorRole::surface));
    painter.fillRect(QRect(0, 0, 1, height()), theme.color(ColorRole::border));
}

void Inspector::resizeEvent(QResizeEvent*) { m_close->move(width() - m_close->width() - 14, 14); }

} // namespace weavemap::ui
