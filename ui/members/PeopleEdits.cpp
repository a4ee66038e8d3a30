// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/PeopleEdits.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <QCoreApplication>

#include "core/store/Audience.h"
#include "core/store/ErasedName.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Settings.h"
#include "ui/members/PersonFields.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

struct T
{
    Q_DECLARE_TR_FUNCTIONS(PeopleEdits)
};

using store::Records;

Result<Person> existing(Records& records, PersonId id)
{
    WEAVEMAP_ASSIGN(const auto found, records.people.find(id));
    if (!found)
        return fail(ErrorCode::notFound, {"person", id.toString()});
    return *found;
}

Result<> setCellIn(Records& records, PersonId id, int column, AttributeId attribute, const QString& text)
{
    if (attribute)
        return records.people.setAttribute(id, attribute, toUtf8(text.trimmed()));
    WEAVEMAP_ASSIGN(Person person, existing(records, id));
    if (column == PeopleModel::kOrganization) {
        WEAVEMAP_ASSIGN(person.organization, actions::organizationNamed(records, toUtf8(text.trimmed())));
    } else {
        WEAVEMAP_TRY(setField(person, column, text));
    }
    return actions::updatePerson(records, person);
}

actions::AttributeTexts textsOf(const PersonDraft& draft)
{
    actions::AttributeTexts texts;
    for (const auto& [attribute, text] : draft.values)
        texts.emplace_back(attribute, toUtf8(text.trimmed()));
    return texts;
}

/// Where their name goes from, in the words of the rule that the file follows.
QString nameSentence(store::ErasedName::Reach reach)
{
    using Reach = store::ErasedName::Reach;
    switch (reach) {
    case Reach::everywhere:
        return T::tr("Where others wrote their full name, it is taken out. A part of it, a nickname or another "
                     "spelling stays, and in notes about others the name in small letters, too.");
    case Reach::asStored:
        return T::tr("Their name is taken out of conversations they took part in; elsewhere only where it is "
                     "spelled as on their page, since somebody else's name is much like it.");
    case Reach::ownConversations:
        break;
    case Reach::nowhere:
        return T::tr("Their name has no letters: it is not looked for in what others wrote.");
    }
    return T::tr("Their name is taken out of conversations they took part in; elsewhere it stays, since it may mean "
                 "somebody else.");
}

/// The one question before somebody is forgotten: what goes, and what is out of reach.
Question erasingQuestion(const QString& name, store::ErasedName::Reach reach)
{
    Question question;
    question.title = T::tr("Forget %1 for good?").arg(name);
    question.sentence =
        T::tr("Their page, their ties, the conversations that nobody else took part in and the projects that only they "
              "were in and told of go from this file and from all its backups.") +
        QLatin1Char(' ') + nameSentence(reach) + QStringLiteral("\n\n") +
        T::tr("Nothing brings this back, and nothing done until now can be undone any more. Exports, prints and copies "
              "on other disks are out of reach.");
    question.answers = {{T::tr("Forget for good"), AnswerRole::destructive}, {T::tr("Keep them"), AnswerRole::cancel}};
    return question;
}

} // namespace

void PeopleEdits::setCell(PersonId person, int column, const QString& text)
{
    const int row = m_office.people.rowOf(person);
    if (row < 0 || m_office.session.isReadOnly() || cellText(m_office.people, row, column) == text.trimmed())
        return;
    const AttributeId attribute = attributeAt(column);
    const QString field = m_office.people.headerData(column, Qt::Horizontal).toString();
    m_office.session.change(T::tr("%1 of %2").arg(field, m_office.people.nameOf(person)),
                            [person, column, attribute, text](Records& records) {
                                return setCellIn(records, person, column, attribute, text);
                            });
}

void PeopleEdits::fillDown(const std::vector<PersonId>& people, int column)
{
    if (people.size() < 2 || m_office.session.isReadOnly())
        return;
    const int first = m_office.people.rowOf(people.front());
    if (first < 0)
        return;
    const QString text = cellText(m_office.people, first, column);
    const std::vector<PersonId> others(people.begin() + 1, people.end());
    const QString field = m_office.people.headerData(column, Qt::Horizontal).toString();
    m_office.session.change(T::tr("%1 of %2").arg(field, namesOf(m_office.people, others)),
                            [others, column, attribute = attributeAt(column), text](Records& records) -> Result<> {
                                for (const PersonId person : others)
                                    WEAVEMAP_TRY(setCellIn(records, person, column, attribute, text));
                                return {};
                            });
}

AttributeId PeopleEdits::attributeAt(int column) const
{
    const auto& attributes = m_office.people.attributes();
    const auto at = static_cast<std::size_t>(std::max(0, column - PeopleModel::kFixedColumns));
    return column >= PeopleModel::kFixedColumns && at < attributes.size() ? attributes[at].id : AttributeId{};
}

void PeopleEdits::add(const PersonDraft& draft, std::function<void(PersonId)> done)
{
    auto made = std::make_shared<PersonId>();
    m_office.session.change(
        T::tr("New person %1").arg(toQString(draft.person.name)),
        [draft, made](Records& records) -> Result<> {
            Person person = draft.person;
            person.id = {};
            WEAVEMAP_ASSIGN(person.organization,
                            actions::organizationNamed(records, toUtf8(draft.organization.trimmed())));
            WEAVEMAP_ASSIGN(*made, actions::addPerson(records, std::move(person), textsOf(draft)));
            return {};
        },
        [made, done = std::move(done)](const Result<store::ChangeSet>& result) { done(result ? *made : PersonId{}); });
}

void PeopleEdits::update(const PersonDraft& draft, std::function<void(bool stored)> done)
{
    m_office.session.change(
        T::tr("Details of %1").arg(toQString(draft.person.name)),
        [draft, reader = store::Audience::office(m_office.session.me())](Records& records) -> Result<> {
            Person person = draft.person;
            WEAVEMAP_ASSIGN(const Person stored, existing(records, person.id));
            // Who could not read the note has not changed it.
            if (!reader.mayReadAbout(stored)) {
                person.about = stored.about;
                person.aboutLevel = stored.aboutLevel;
                person.aboutBy = stored.aboutBy;
            }
            WEAVEMAP_ASSIGN(person.organization,
                            actions::organizationNamed(records, toUtf8(draft.organization.trimmed())));
            return actions::updatePerson(records, person, textsOf(draft));
        },
        [done = std::move(done)](const Result<store::ChangeSet>& result) { done(result.has_value()); });
}

void PeopleEdits::archive(const std::vector<PersonId>& people)
{
    if (people.empty() || m_office.session.isReadOnly())
        return;
    m_office.session.change(T::tr("Archive %1").arg(namesOf(m_office.people, people)),
                            [people, on = m_office.session.today()](Records& records) {
                                return actions::archivePeople(records, people, on);
                            });
}

void PeopleEdits::restore(const std::vector<PersonId>& people)
{
    if (people.empty() || m_office.session.isReadOnly())
        return;
    m_office.session.change(T::tr("Bring back %1").arg(namesOf(m_office.people, people)),
                            [people](Records& records) { return actions::restorePeople(records, people); });
}

void PeopleEdits::remove(const std::vector<PersonId>& people, QWidget* parent)
{
    if (people.empty() || m_office.session.isReadOnly())
        return;
    const QString names = namesOf(m_office.people, people);
    Question question;
    question.title = T::tr("Remove %1?").arg(names);
    question.sentence =
        T::tr("Their ties and their place on the map go, too. What was said in conversations stays. Undo "
              "brings all of it back. Who has only left is better archived: they stay in the file and on "
              "maps of earlier dates.");
    question.answers = {{T::tr("Archive"), AnswerRole::primary},
                        {T::tr("Remove"), AnswerRole::destructive},
                        {T::tr("Cancel"), AnswerRole::cancel}};
    switch (m_office.dialogs.ask(parent, question)) {
    case 0:
        archive(people);
        break;
    case 1:
        m_office.session.change(T::tr("Remove %1").arg(names),
                                [people](Records& records) { return actions::removePeople(records, people); });
        break;
    default:
        break;
    }
}

void PeopleEdits::erase(PersonId person, QWidget* parent, ErasingTold told)
{
    if (m_office.people.find(person) == nullptr || m_office.session.isReadOnly())
        return;
    const QString name = m_office.people.nameOf(person);
    const auto theirs = store::ErasedName::of(m_office.session.records().database(), person, toUtf8(name));
    using Reach = store::ErasedName::Reach;
    if (m_office.dialogs.ask(parent, erasingQuestion(name, theirs ? theirs->reach() : Reach::ownConversations)) != 0)
        return;
    told.began();
    const bool wasMe = m_office.session.me() == person;
    m_office.session.erase(
        person,
        [office = m_office, wasMe, ended = std::move(told.ended)](const Result<>& erased) {
            if (erased && wasMe)
                office.settings.reset(setting::kMe);
            ended(erased.has_value());
        },
        std::move(told.progress));
}

void PeopleEdits::keepPromise(FollowUpId followUp)
{
    m_office.session.change(T::tr("Promise kept"), [followUp, on = m_office.session.today()](Records& records) {
        return actions::setFollowUpDone(records, followUp, on);
    });
}

} // namespace weavemap::ui
