// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/TiePanel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "core/store/Audience.h"
#include "ui/base/Convert.h"
#include "ui/base/Words.h"
#include "ui/map/MapEdits.h"
#include "ui/map/PanelParts.h"
#include "ui/map/PersonRow.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

template <class T>
QComboBox* comboOf(std::initializer_list<T> values, const QString& object, const QString& name)
{
    auto* combo = new QComboBox;
    combo->setObjectName(object);
    combo->setAccessibleName(name);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    combo->setMinimumContentsLength(8);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const T value : values)
        combo->addItem(words(value), static_cast<int>(value));
    return combo;
}

void choose(QComboBox* combo, int value)
{
    const QSignalBlocker quiet(combo);
    combo->setCurrentIndex(combo->findData(value));
}

} // namespace

TiePanel::TiePanel(Office& office, MapEdits& edits, QWidget* parent)
    : QWidget(parent), m_office(office), m_edits(edits), m_people(new QVBoxLayout),
      m_depth(comboOf({TieDepth::unknown, TieDepth::aware, TieDepth::talked, TieDepth::exchange, TieDepth::rely},
                      QStringLiteral("tieDepth"), tr("How deep"))),
      m_contact(comboOf(
          {TieContact::unknown, TieContact::yearly, TieContact::eachTerm, TieContact::monthly, TieContact::weekly},
          QStringLiteral("tieContact"), tr("How often"))),
      m_collaboration(comboOf({Collaboration::never, Collaboration::past, Collaboration::now},
                              QStringLiteral("tieCollaboration"), tr("Work together"))),
      m_evidence(new QVBoxLayout), m_firstSeen(new TextLabel({}, TextStyle::second)),
      m_confirmed(new TextLabel({}, TextStyle::second)), m_end(new Button(tr("End this tie"), Button::Kind::normal)),
      m_delete(new Button(tr("Delete"), Button::Kind::danger))
{
    setObjectName(QStringLiteral("tiePanel"));
    m_people->setSpacing(0);
    m_evidence->setSpacing(space::k8);
    m_end->setObjectName(QStringLiteral("endTie"));
    m_delete->setObjectName(QStringLiteral("deleteTie"));
    m_end->setToolTip(tr("Maps of earlier dates keep it"));
    m_delete->setToolTip(tr("As if it had never been; can be undone"));
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::k12);
    form->setVerticalSpacing(space::k8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    const auto addRow = [form](const QString& label, QWidget* field) {
        auto* words = new TextLabel(label, TextStyle::second, ColorRole::muted);
        words->setMinimumHeight(field->sizeHint().height());
        form->addRow(words, field);
    };
    addRow(tr("How deep"), m_depth);
    addRow(tr("How often"), m_contact);
    addRow(tr("Work"), m_collaboration);
    auto* dates = new QFormLayout;
    dates->setContentsMargins(0, 0, 0, 0);
    dates->setHorizontalSpacing(space::k12);
    dates->setVerticalSpacing(2);
    dates->addRow(new TextLabel(tr("First seen"), TextStyle::second, ColorRole::muted), m_firstSeen);
    dates->addRow(new TextLabel(tr("Last confirmed"), TextStyle::second, ColorRole::muted), m_confirmed);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space::k8);
    for (Button* button : {m_end, m_delete}) {
        button->setHeight(Button::Height::small);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new TextLabel(tr("Tie between"), TextStyle::name));
    column->addSpacing(space::k8);
    column->addLayout(m_people);
    column->addSpacing(space::k12);
    column->addLayout(form);
    column->addSpacing(space::k20);
    column->addWidget(new TextLabel(tr("Who told us"), TextStyle::baseBold));
    column->addSpacing(space::k8);
    column->addLayout(m_evidence);
    column->addSpacing(space::k16);
    column->addLayout(dates);
    column->addSpacing(space::k20);
    column->addLayout(buttons);
    column->addStretch();

    for (QComboBox* combo : {m_depth, m_contact, m_collaboration})
        connect(combo, &QComboBox::activated, this, &TiePanel::store);
    connect(m_end, &Button::clicked, this, [this] { m_edits.endTie(m_tie.id); });
    connect(m_delete, &Button::clicked, this, [this] { m_edits.removeTie(m_tie.id); });
}

bool TiePanel::setTie(TieId tie)
{
    auto found = m_office.session.records().ties.find(tie);
    if (!found || !*found)
        return false;
    m_tie = **found;
    fillPeople();
    choose(m_depth, static_cast<int>(m_tie.depth));
    choose(m_contact, static_cast<int>(m_tie.contact));
    choose(m_collaboration, static_cast<int>(m_tie.collaboration));
    const auto evidence = m_office.session.records().ties.evidence(tie);
    fillEvidence(evidence ? *evidence : std::vector<Evidence>{});
    const auto dateText = [](const std::optional<Date>& date) {
        return date ? formatDate(*date, DateStyle::table) : tr("not known");
    };
    m_firstSeen->setText(dateText(m_tie.firstSeen));
    m_confirmed->setText(dateText(m_tie.lastConfirmed));
    const bool editable = m_edits.canEdit();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_depth, m_contact, m_collaboration, m_end, m_delete})
        widget->setEnabled(editable);
    m_end->setVisible(!m_tie.ended);
    return true;
}

void TiePanel::forget()
{
    m_tie = {};
    clearLayout(m_people);
    clearLayout(m_evidence);
    m_firstSeen->setText({});
    m_confirmed->setText({});
}

void TiePanel::store()
{
    Tie tie = m_tie;
    tie.depth = static_cast<TieDepth>(m_depth->currentData().toInt());
    tie.contact = static_cast<TieContact>(m_contact->currentData().toInt());
    tie.collaboration = static_cast<Collaboration>(m_collaboration->currentData().toInt());
    if (tie == m_tie)
        return;
    if (m_edits.isRefused()) {
        setTie(m_tie.id); // the fields say again what is stored
        return;
    }
    m_edits.updateTie(tie);
    m_tie = tie;
}

void TiePanel::fillPeople()
{
    clearLayout(m_people);
    for (const PersonId person : {m_tie.a, m_tie.b}) {
        const PeopleModel& people = m_office.people;
        auto* row = new PersonRow(people.nameOf(person), {}, people.colourOf(person),
                                  people.isHeardFrom(person) ? Heard::yes : Heard::no);
        row->setObjectName(QStringLiteral("tieEnd"));
        connect(row, &PersonRow::clicked, this, [this, person] { Q_EMIT personChosen(person); });
        m_people->addWidget(row);
    }
}

QString TiePanel::introducedWords(IntroductionId id) const
{
    Session& session = m_office.session;
    const auto introduction = store::AudienceRecords(session.records(), store::Audience::office(session.me())).find(id);
    if (!introduction || !*introduction)
        return {};
    const QString host = m_office.people.nameOf((*introduction)->host);
    return host.isEmpty() ? tr("after an introduction") : tr("after an introduction by %1").arg(host);
}

void TiePanel::fillEvidence(const std::vector<Evidence>& evidence)
{
    clearLayout(m_evidence);
    if (evidence.empty())
        m_evidence->addWidget(new TextLabel(tr("Nothing is written down about it."), TextStyle::second,
                                            ColorRole::muted, TextLabel::Lines::many));
    for (const Evidence& piece : evidence) {
        auto* lines = new QVBoxLayout;
        lines->setSpacing(0);
        const QString date = piece.on ? formatDate(*piece.on, DateStyle::table) : QString();
        lines->addWidget(new TextLabel(joined({words(piece.kind), date}, QStringLiteral(" · ")), TextStyle::second,
                                       ColorRole::text, TextLabel::Lines::elided));
        const QString from = piece.heardFrom ? tr("from %1").arg(m_office.people.nameOf(piece.heardFrom)) : QString();
        const QString after = piece.introduction ? introducedWords(piece.introduction) : QString();
        const QString source = joined({from, after, toQString(piece.source)}, QStringLiteral(" · "));
        if (!source.isEmpty())
            lines->addWidget(new TextLabel(source, TextStyle::second, ColorRole::muted, TextLabel::Lines::elided));
        if (piece.conversation) {
            auto* link = new LinkLabel(tr("Show the conversation"), nullptr, TextStyle::second);
            link->setObjectName(QStringLiteral("evidenceConversation"));
            connect(link, &LinkLabel::clicked, this,
                    [this, id = piece.conversation] { Q_EMIT conversationRequested(id); });
            lines->addWidget(link, 0, Qt::AlignLeft);
        }
        if (!after.isEmpty()) {
            auto* link = new LinkLabel(tr("Show the introduction"), nullptr, TextStyle::second);
            link->setObjectName(QStringLiteral("evidenceIntroduction"));
            connect(link, &LinkLabel::clicked, this,
                    [this, id = piece.introduction] { Q_EMIT introductionRequested(id); });
            lines->addWidget(link, 0, Qt::AlignLeft);
        }
        m_evidence->addLayout(lines);
    }
}

} // namespace weavemap::ui
