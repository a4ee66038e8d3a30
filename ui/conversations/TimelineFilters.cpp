// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TimelineFilters.h"

#include <QActionGroup>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/conversations/ConversationsFilter.h"
#include "ui/conversations/PersonField.h"
#include "ui/models/PeopleModel.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/FoldedFilterModel.h"
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

TimelineFilters::TimelineFilters(ConversationsFilter& filter, PeopleModel& people, QWidget* parent)
    : QWidget(parent), m_filter(filter), m_people(people), m_words(new SearchField(tr("Find in conversations"))),
      m_kindMenu(new QMenu(this)), m_staffMenu(new QMenu(this)),
      m_kind(new FilterChip({}, tr("Any kind"), Chip::End::chevron)),
      m_staff(new FilterChip({}, tr("Any staff"), Chip::End::chevron)),
      m_person(new FilterChip({}, tr("Anyone"), Chip::End::chevron)),
      m_personField(new PersonField(people, tr("With whom"), PersonField::Unknown::refuse))
{
    m_words->setObjectName(QStringLiteral("timelineWords"));
    m_words->setKeyHint(tr("Ctrl F"));
    m_kind->setObjectName(QStringLiteral("timelineKind"));
    m_kind->setMenu(m_kindMenu);
    m_staff->setObjectName(QStringLiteral("timelineStaff"));
    m_staff->setMenu(m_staffMenu);
    m_person->setObjectName(QStringLiteral("timelinePerson"));
    m_person->setMaximumWidth(220);
    m_personField->setObjectName(QStringLiteral("timelinePersonField"));
    m_personField->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k8);
    column->addWidget(m_words);
    auto* chips = new FlowLayout(nullptr, 6, 6);
    for (FilterChip* chip : {m_kind, m_staff, m_person})
        chips->addWidget(chip);
    column->addLayout(chips);
    column->addWidget(m_personField);

    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_filter.setWords(words);
        Q_EMIT changed();
    });
    connect(m_words, &SearchField::wentDown, this, &TimelineFilters::wentDown);
    fillKinds();
    connect(m_staffMenu, &QMenu::aboutToShow, this, &TimelineFilters::fillStaff);
    connect(m_person, &FilterChip::clicked, this, [this] {
        m_personField->show();
        m_personField->setFocus(Qt::OtherFocusReason);
    });
    connect(m_person, &FilterChip::closeRequested, this, [this] {
        m_personField->setPerson({});
        pickPerson();
    });
    connect(m_personField, &PersonField::personChosen, this, &TimelineFilters::pickPerson);
    connect(m_personField, &PersonField::edited, this, [this] {
        if (m_personField->text().isEmpty())
            pickPerson();
    });
}

void TimelineFilters::fillKinds()
{
    auto* one = new QActionGroup(m_kindMenu); // the chosen one is marked
    const auto add = [this, one](const QString& text, std::optional<ConversationKind> kind, const QIcon& mark) {
        QAction* const action = one->addAction(m_kindMenu->addAction(mark, text));
        action->setCheckable(true);
        action->setChecked(!kind);
        connect(action, &QAction::triggered, this, [this, text, kind] {
            m_filter.setKind(kind);
            m_kind->setValue(text);
            Q_EMIT changed();
        });
    };
    add(tr("Any kind"), std::nullopt, {});
    for (const auto kind :
         {ConversationKind::call, ConversationKind::video, ConversationKind::inPerson, ConversationKind::email,
          ConversationKind::group, ConversationKind::hallway, ConversationKind::journal})
        add(words(kind), kind, icon(kindIcon(kind)));
}

void TimelineFilters::fillStaff()
{
    m_staffMenu->clear();
    const auto add = [this](const QString& text, PersonId staff) {
        QAction* const action = m_staffMenu->addAction(text);
        action->setCheckable(true);
        action->setChecked(staff == m_staffChosen);
        connect(action, &QAction::triggered, this, [this, text, staff] { pickStaff(staff, text); });
    };
    add(tr("Any staff"), {});
    for (int row = 0; row < m_people.rowCount(); ++row)
        if (const Person& person = m_people.row(row).person; person.kind == PersonKind::staff)
            add(toQString(person.name), person.id);
}

void TimelineFilters::pickStaff(PersonId staff, const QString& shown)
{
    m_staffChosen = staff;
    m_filter.setStaff(staff);
    m_staff->setValue(shown);
    Q_EMIT changed();
}

void TimelineFilters::pickPerson()
{
    const PersonChoice person = m_personField->person();
    const bool somebody = person.state == PersonChoice::State::known;
    m_personChosen = somebody ? person.id : PersonId{};
    m_filter.setPerson(m_personChosen);
    m_person->setValue(somebody ? person.name : tr("Anyone"));
    m_person->setEnd(somebody ? Chip::End::close : Chip::End::chevron);
    m_personField->setVisible(false);
    Q_EMIT changed();
}

void TimelineFilters::forget(PersonId person, const QString& name)
{
    m_staffMenu->clear(); // filled as it opens
    if (m_staffChosen == person)
        pickStaff({}, tr("Any staff"));
    // In the field they may stand without being chosen yet.
    const PersonChoice typed = m_personField->person();
    const bool named = typed.state == PersonChoice::State::known ? typed.id == person : typed.name == name;
    if (m_personChosen == person || (named && !m_personField->text().isEmpty())) {
        m_personField->setPerson({});
        pickPerson();
    }
    const QStringList words = FoldedFilterModel::foldedWords(m_words->text());
    if (!words.isEmpty() && FoldedFilterModel::matches(FoldedFilterModel::foldedWords(name), words))
        m_words->setText({}); // not `clear`, which could be undone
}

void TimelineFilters::clear()
{
    m_words->clear();
    m_personField->setPerson({});
    m_personField->hide();
    m_kind->setValue(tr("Any kind"));
    m_kindMenu->actions().front()->setChecked(true);
    m_staffChosen = m_personChosen = {};
    m_staffMenu->clear(); // filled as it opens
    m_staff->setValue(tr("Any staff"));
    m_person->setValue(tr("Anyone"));
    m_person->setEnd(Chip::End::chevron);
    m_filter.clear();
    Q_EMIT changed();
}

} // namespace weavemap::ui
