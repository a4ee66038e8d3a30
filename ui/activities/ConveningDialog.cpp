// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/ConveningDialog.h"

#include <set>
#include <utility>
#include <vector>

#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include "core/actions/Convenings.h"
#include "core/store/Audience.h"
#include "ui/activities/PeopleTicks.h"
#include "ui/base/ActivityWords.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/SectionHeader.h"

namespace weavemap::ui {

ConveningDialog::ConveningDialog(Office& office, ConveningId id, QWidget* parent)
    : ActivityDialog(office, {tr("Invited"), tr("Registered"), tr("Came")}, kCame, parent)
{
    setObjectName(QStringLiteral("conveningDialog"));
    setWindowTitle(id ? tr("Convening") : tr("New convening"));
    read(id);
    build();
    people()->setTicks(m_before);
    presentCounts();
    m_start = written();
}

void ConveningDialog::read(ConveningId id)
{
    m_convening.on = office().session.today();
    m_there = !id;
    if (!id)
        return;
    const store::AudienceRecords readable(office().session.records(), store::Audience::office(office().session.me()));
    const auto found = readable.find(id);
    if (!found || !*found)
        return;
    m_there = true;
    m_convening = **found;
    const auto attendance = office().session.records().convenings.attendance(id);
    if (!attendance)
        return;
    for (const Attendance& row : *attendance)
        m_before[row.person] = (row.invited ? 1U << kInvited : 0U) | (row.registered ? 1U << kRegistered : 0U) |
                               (row.came ? 1U << kCame : 0U);
}

void ConveningDialog::build()
{
    using Kind = ConveningKind;
    using Form = ConveningForm;
    m_title = lineOf(QStringLiteral("conveningTitle"), tr("Title"), m_convening.title);
    m_on = new QDateEdit(toQDate(m_convening.on));
    m_on->setObjectName(QStringLiteral("conveningDay"));
    m_on->setAccessibleName(tr("Day"));
    m_on->setCalendarPopup(true);
    m_kind = comboOf(
        QStringLiteral("conveningKind"), tr("Kind"),
        {Kind::convening, Kind::workingGroup, Kind::webinar, Kind::officeHour, Kind::newsletter, Kind::mentoring},
        m_convening.kind);
    m_form = comboOf(QStringLiteral("conveningForm"), tr("How"),
                     {Form::unknown, Form::inPerson, Form::online, Form::both}, m_convening.form);
    m_place = lineOf(QStringLiteral("conveningPlace"), tr("Place"), m_convening.place);
    m_purpose = lineOf(QStringLiteral("conveningPurpose"), tr("Purpose"), m_convening.purpose);
    auto* when = new QHBoxLayout;
    when->setSpacing(space::k8);
    when->addWidget(m_on);
    when->addWidget(m_kind, 1);
    when->addWidget(m_form, 1);
    form()->addRow(tr("Title"), m_title);
    form()->addRow(tr("When and how"), when);
    form()->addRow(tr("Place"), m_place);
    form()->addRow(tr("Purpose"), m_purpose);
    addLevels(m_convening.confidentiality, Confidentiality::shareable, m_convening.writer);
    peopleHead()->setTitle(tr("Who was there"));
    const bool readOnly = office().session.isReadOnly();
    for (QLineEdit* line : {m_title, m_place, m_purpose})
        line->setReadOnly(readOnly);
    m_on->setReadOnly(readOnly);
    for (QComboBox* combo : {m_kind, m_form, levels()})
        combo->setEnabled(!readOnly);
    removeButton()->setVisible(m_convening.id && !readOnly);
    connect(people(), &PeopleTicks::changed, this, &ConveningDialog::presentCounts);
    connect(removeButton(), &Button::clicked, this, [this] {
        change(label(tr("Delete convening %1"), tr("Delete a convening"), m_convening),
               [id = m_convening.id](store::Records& records) { return records.convenings.remove(id); });
    });
    m_title->setFocus(Qt::OtherFocusReason);
}

void ConveningDialog::presentCounts()
{
    peopleHead()->setRemark(tr("%1 came · %2 registered · %3 invited")
                                .arg(formatCount(people()->count(kCame)), formatCount(people()->count(kRegistered)),
                                     formatCount(people()->count(kInvited))));
}

QString ConveningDialog::label(const QString& named, const QString& unnamed, const Convening& convening) const
{
    return convening.confidentiality == Confidentiality::onlyMe ? unnamed : named.arg(toQString(convening.title));
}

Convening ConveningDialog::written() const
{
    Convening now = m_convening;
    now.title = toUtf8(m_title->text().trimmed());
    now.on = toDate(m_on->date()).value_or(m_convening.on);
    now.kind = chosenOf<ConveningKind>(m_kind);
    now.form = chosenOf<ConveningForm>(m_form);
    now.place = toUtf8(m_place->text().trimmed());
    now.purpose = toUtf8(m_purpose->text().trimmed());
    now.confidentiality = level();
    return now;
}

bool ConveningDialog::isChanged() const { return written() != m_start || people()->ticks() != m_before; }

void ConveningDialog::store()
{
    const Convening now = written();
    if (now.title.empty()) {
        setTrouble(tr("Give it a title first."));
        m_title->setFocus(Qt::OtherFocusReason);
        return;
    }
    const PeopleTickMap ticks = people()->ticks();
    std::vector<Attendance> changed;
    const auto ticksIn = [](const PeopleTickMap& map, PersonId person) {
        const auto at = map.find(person);
        return at == map.end() ? 0U : at->second;
    };
    std::set<PersonId> everybody;
    for (const auto* map : {&std::as_const(m_before), &ticks})
        for (const auto& [person, has] : *map)
            everybody.insert(person);
    for (const PersonId person : everybody) {
        const unsigned has = ticksIn(ticks, person);
        if (has != ticksIn(m_before, person))
            changed.push_back({{},
                               now.id,
                               person,
                               (has >> kInvited & 1U) != 0,
                               (has >> kRegistered & 1U) != 0,
                               (has >> kCame & 1U) != 0});
    }
    change(label(now.id ? tr("Change convening %1") : tr("New convening %1"),
                 now.id ? tr("Change a convening") : tr("New convening"), now),
           [now, changed = std::move(changed), me = office().session.me()](store::Records& records) {
               return actions::putConvening(records, now, changed, me).map([](ConveningId) {});
           });
}

} // namespace weavemap::ui
