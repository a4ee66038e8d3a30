// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallDraftFile.h"

#include <algorithm>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "ui/base/Convert.h"
#include "ui/base/SaveFile.h"

namespace weavemap::ui {

namespace {

constexpr int kFormat = 1, kNoDirection = -1;
constexpr auto kOwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString key(const char* name) { return QLatin1String(name); }

// JSON numbers hold 53 bits, ids 63.
QString number(std::int64_t value) { return QString::number(value); }
std::int64_t number(const QJsonValue& value) { return value.toString().toLongLong(); }

template <class Enum>
Enum choice(const QJsonObject& object, const char* name, Enum last, Enum fallback)
{
    const int value = object.value(key(name)).toInt(-1);
    return value < 0 || value > static_cast<int>(last) ? fallback : static_cast<Enum>(value);
}

QJsonValue day(const std::optional<Date>& date) { return date ? QJsonValue(toQString(date->toIso())) : QJsonValue(); }
std::optional<Date> day(const QJsonValue& value)
{
    const auto date = Date::parseIso(toUtf8(value.toString()));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

QJsonObject json(const PersonChoice& person)
{
    return {{key("state"), static_cast<int>(person.state)},
            {key("id"), number(person.id.value)},
            {key("name"), person.name}};
}

PersonChoice person(const QJsonValue& value)
{
    using State = PersonChoice::State;
    const QJsonObject object = value.toObject();
    PersonChoice person;
    person.state = choice(object, "state", State::typed, State::none);
    person.id = PersonId{number(object.value(key("id")))};
    person.name = object.value(key("name")).toString();
    if ((person.state == State::known && !person.id) || (person.state != State::none && person.name.isEmpty()))
        return PersonChoice::typed(person.name);
    return person;
}

QJsonObject json(const actions::RecordedMention& recorded)
{
    const actions::MentionedTie& said = recorded.said;
    return {{key("evidence"), number(recorded.evidence.value)},
            {key("tie"), number(recorded.tie.value)},
            {key("directionId"), number(recorded.direction.value)},
            {key("alone"), recorded.isAlone},
            {key("a"), number(said.a.value)},
            {key("b"), number(said.b.value)},
            {key("depth"), static_cast<int>(said.depth)},
            {key("contact"), static_cast<int>(said.contact)},
            {key("collaboration"), static_cast<int>(said.collaboration)},
            {key("direction"), said.overlay ? static_cast<int>(*said.overlay) : kNoDirection},
            {key("topic"), toQString(said.topic)},
            {key("ended"), said.isEnded},
            {key("said"), static_cast<int>(said.evidence)},
            {key("heardFrom"), number(said.heardFrom.value)}};
}

std::optional<OverlayKind> direction(const QJsonObject& object)
{
    const int kind = object.value(key("direction")).toInt(kNoDirection);
    if (kind < 0 || kind > static_cast<int>(OverlayKind::sharedResource))
        return std::nullopt;
    return static_cast<OverlayKind>(kind);
}

/// Nothing where it does not lead to a tie on record.
std::optional<actions::RecordedMention> recorded(const QJsonObject& object)
{
    actions::RecordedMention recorded;
    recorded.evidence = EvidenceId{number(object.value(key("evidence")))};
    recorded.tie = TieId{number(object.value(key("tie")))};
    recorded.direction = OverlayId{number(object.value(key("directionId")))};
    recorded.isAlone = object.value(key("alone")).toBool(true);
    actions::MentionedTie& said = recorded.said;
    said.a = PersonId{number(object.value(key("a")))};
    said.b = PersonId{number(object.value(key("b")))};
    said.depth = choice(object, "depth", TieDepth::rely, TieDepth::exchange);
    said.contact = choice(object, "contact", TieContact::weekly, TieContact::unknown);
    said.collaboration = choice(object, "collaboration", Collaboration::now, Collaboration::never);
    said.overlay = direction(object);
    said.topic = toUtf8(object.value(key("topic")).toString());
    said.isEnded = object.value(key("ended")).toBool();
    said.evidence = choice(object, "said", EvidenceKind::imported, EvidenceKind::oneSaid);
    said.heardFrom = PersonId{number(object.value(key("heardFrom")))};
    return recorded.evidence && recorded.tie && said.a && said.b ? std::optional(recorded) : std::nullopt;
}

QJsonObject json(const TieInput& tie)
{
    QJsonObject object{{key("a"), json(tie.a)},
                       {key("b"), json(tie.b)},
                       {key("depth"), static_cast<int>(tie.depth)},
                       {key("contact"), static_cast<int>(tie.contact)},
                       {key("collaboration"), static_cast<int>(tie.collaboration)},
                       {key("direction"), tie.direction ? static_cast<int>(*tie.direction) : kNoDirection},
                       {key("turned"), tie.turned},
                       {key("topic"), tie.topic},
                       {key("evidence"), static_cast<int>(tie.evidence)},
                       {key("heardFrom"), json(tie.heardFrom)},
                       {key("ended"), tie.ended},
                       {key("begun"), tie.begun}};
    if (tie.recorded) {
        object.insert(key("recorded"), json(*tie.recorded));
        object.insert(key("takenOut"), tie.takenOut);
    }
    return object;
}

TieInput tie(const QJsonObject& object)
{
    TieInput tie;
    tie.a = person(object.value(key("a")));
    tie.b = person(object.value(key("b")));
    tie.depth = choice(object, "depth", TieDepth::rely, TieDepth::exchange);
    tie.contact = choice(object, "contact", TieContact::weekly, TieContact::unknown);
    tie.collaboration = choice(object, "collaboration", Collaboration::now, Collaboration::never);
    tie.direction = direction(object);
    tie.turned = object.value(key("turned")).toBool();
    tie.topic = object.value(key("topic")).toString();
    tie.evidence = choice(object, "evidence", EvidenceKind::imported, EvidenceKind::oneSaid);
    tie.heardFrom = person(object.value(key("heardFrom")));
    tie.ended = object.value(key("ended")).toBool();
    tie.begun = object.value(key("begun")).toBool();
    tie.recorded = recorded(object.value(key("recorded")).toObject());
    tie.takenOut = tie.recorded && object.value(key("takenOut")).toBool();
    return tie;
}

QJsonObject json(const ItemInput& item)
{
    QJsonObject object{{key("id"), number(item.stored.id.value)},
            {key("person"), number(item.stored.person.value)},
            {key("other"), json(item.other)},
            {key("about"), json(item.about)},
            {key("kind"), static_cast<int>(item.stored.kind)},
            {key("state"), static_cast<int>(item.stored.state)},
            {key("level"), static_cast<int>(item.stored.confidentiality)},
            {key("text"), item.text},
            {key("topic"), item.topic}};
    if (item.board)
        object.insert(key("board"), static_cast<int>(*item.board));
    if (item.bank)
        object.insert(key("bank"), number(item.bank.value));
    QJsonArray inIt;
    for (const PersonChoice& someone : item.inIt)
        inIt.append(json(someone));
    if (!inIt.isEmpty())
        object.insert(key("inIt"), inIt);
    return object;
}

ItemInput item(const QJsonObject& object)
{
    ItemInput item;
    item.stored.id = NoteItemId{number(object.value(key("id")))};
    item.stored.person = PersonId{number(object.value(key("person")))};
    const QJsonValue other = object.value(key("other"));
    item.other = person(other);
    // A draft of an earlier version says who by the id alone; the page knows the name.
    if (const PersonId id{number(other)}; id)
        item.other = PersonChoice::known(id, {});
    item.about = person(object.value(key("about")));
    for (const QJsonValue& someone : object.value(key("inIt")).toArray())
        if (const PersonChoice choice = person(someone); choice.isSomebody())
            item.inIt.push_back(choice);
    if (object.contains(key("board")))
        item.board = choice(object, "board", IntroductionState::lapsed, IntroductionState::proposed);
    item.stored.kind = choice(object, "kind", NoteItemKind::question, NoteItemKind::need);
    if (item.stored.kind == NoteItemKind::question && !item.stored.id)
        item.bank = QuestionId{number(object.value(key("bank")))};
    item.stored.state = choice(object, "state", NoteItemState::made, NoteItemState::open);
    item.stored.confidentiality = choice(object, "level", Confidentiality::onlyMe, Confidentiality::shareable);
    item.text = object.value(key("text")).toString();
    item.topic = object.value(key("topic")).toString();
    return item;
}

QJsonObject json(const StepInput& step)
{
    return {{key("id"), number(step.stored.id.value)},
            {key("person"), number(step.stored.person.value)},
            {key("done"), day(step.stored.done)},
            {key("level"), static_cast<int>(step.stored.confidentiality)},
            {key("text"), step.text},
            {key("owner"), json(step.owner)},
            {key("about"), json(step.about)},
            {key("due"), day(step.due)}};
}

StepInput step(const QJsonObject& object)
{
    StepInput step;
    step.stored.id = FollowUpId{number(object.value(key("id")))};
    step.stored.person = PersonId{number(object.value(key("person")))};
    step.stored.done = day(object.value(key("done")));
    step.stored.confidentiality = choice(object, "level", Confidentiality::onlyMe, Confidentiality::shareable);
    step.text = object.value(key("text")).toString();
    step.owner = person(object.value(key("owner")));
    step.about = person(object.value(key("about")));
    step.due = day(object.value(key("due")));
    return step;
}

QJsonObject json(const KeptDecision& kept)
{
    return {{key("kind"), static_cast<int>(kept.kind)},
            {key("people"), QJsonArray::fromStringList(kept.people)},
            {key("text"), kept.text},
            {key("words"), kept.words},
            {key("decision"), static_cast<int>(kept.decision)}};
}

KeptDecision decision(const QJsonObject& object)
{
    KeptDecision kept;
    kept.kind = choice(object, "kind", weaving::ProposalKind::topic, weaving::ProposalKind::topic);
    for (const auto& one : object.value(key("people")).toArray())
        kept.people << one.toString();
    kept.text = object.value(key("text")).toString();
    kept.words = object.value(key("words")).toString();
    // What cannot be read is not taken.
    kept.decision = choice(object, "decision", Decision::changed, Decision::left);
    return kept;
}

QJsonObject json(const SettledChoice& settled)
{
    return {{key("words"), settled.words}, {key("who"), json(settled.who)}};
}

template <class Row>
QJsonArray jsonList(const std::vector<Row>& rows)
{
    QJsonArray array;
    for (const Row& row : rows)
        array.append(json(row));
    return array;
}

/// What the drafts for a network file begin with; each ends in whose it is.
QString draftsStem(const std::filesystem::path& workspace)
{
    std::error_code ignored;
    const auto whole = std::filesystem::absolute(workspace, ignored);
    const QByteArray hash =
        QCryptographicHash::hash(pathText(whole).toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStringLiteral("call-%1-").arg(QString::fromLatin1(hash));
}

const QString kFolder = QStringLiteral("drafts"), kSuffix = QStringLiteral(".json"), kAside = QStringLiteral("-aside");

} // namespace

QByteArray toJson(const CallInput& input)
{
    const Conversation& call = input.conversation;
    const QJsonObject object{{key("format"), kFormat},
                             {key("id"), number(call.id.value)},
                             {key("at"), number(call.when.unixMs)},
                             {key("zone"), call.when.zoneMinutes},
                             {key("kind"), static_cast<int>(call.kind)},
                             {key("staff"), number(call.staff.value)},
                             {key("confidentiality"), static_cast<int>(call.confidentiality)},
                             {key("reached"), call.reached},
                             {key("minutes"), call.minutes},
                             {key("initiator"), static_cast<int>(call.initiator)},
                             {key("mood"), static_cast<int>(call.mood)},
                             {key("quoteConsent"), static_cast<int>(call.quoteConsent)},
                             {key("source"), static_cast<int>(call.source)},
                             {key("participants"), jsonList(input.participants)},
                             {key("participantTyped"), input.participantTyped},
                             {key("text"), input.text},
                             {key("quote"), input.quote},
                             {key("convening"), input.convening},
                             {key("ties"), jsonList(input.ties)},
                             {key("items"), jsonList(input.items)},
                             {key("steps"), jsonList(input.steps)},
                             {key("decisions"), jsonList(input.decisions)},
                             {key("settled"), jsonList(input.settled)},
                             {key("noteSeen"), input.noteSeen}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CallInput> callFromJson(const QByteArray& bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(key("format")).toInt() != kFormat)
        return std::nullopt;
    CallInput input;
    Conversation& call = input.conversation;
    call.id = ConversationId{number(object.value(key("id")))};
    call.when = {number(object.value(key("at"))), object.value(key("zone")).toInt()};
    call.kind = choice(object, "kind", ConversationKind::journal, ConversationKind::call);
    call.staff = PersonId{number(object.value(key("staff")))};
    // What cannot be read is taken for the narrowest circle.
    call.confidentiality = choice(object, "confidentiality", Confidentiality::onlyMe, Confidentiality::onlyMe);
    call.reached = object.value(key("reached")).toBool(true);
    call.minutes = std::max(0, object.value(key("minutes")).toInt());
    call.initiator = choice(object, "initiator", Initiator::member, Initiator::unknown);
    call.mood = choice(object, "mood", Mood::high, Mood::unknown);
    call.quoteConsent = choice(object, "quoteConsent", QuoteConsent::named, QuoteConsent::none);
    call.source = choice(object, "source", EntrySource::imported, EntrySource::live);
    for (const auto& row : object.value(key("participants")).toArray())
        if (const PersonChoice one = person(row); one.isSomebody())
            input.participants.push_back(one);
    input.participantTyped = object.value(key("participantTyped")).toString();
    input.text = object.value(key("text")).toString();
    input.quote = object.value(key("quote")).toString();
    input.convening = object.value(key("convening")).toString();
    for (const auto& row : object.value(key("ties")).toArray())
        input.ties.push_back(tie(row.toObject()));
    for (const auto& row : object.value(key("items")).toArray())
        input.items.push_back(item(row.toObject()));
    for (const auto& row : object.value(key("steps")).toArray())
        input.steps.push_back(step(row.toObject()));
    for (const auto& row : object.value(key("decisions")).toArray())
        input.decisions.push_back(decision(row.toObject()));
    for (const auto& row : object.value(key("settled")).toArray())
        if (const PersonChoice who = person(row.toObject().value(key("who"))); who.isSomebody())
            input.settled.push_back({row.toObject().value(key("words")).toString(), who});
    // A draft of an earlier version says it by what was decided alone.
    input.noteSeen = object.value(key("noteSeen")).toBool(!input.decisions.empty());
    return input;
}

CallDraftFile::CallDraftFile(const QString& folder, const std::filesystem::path& workspace, PersonId me)
    : m_path(QDir(folder).filePath(kFolder + QLatin1Char('/') + draftsStem(workspace) + number(me.value) + kSuffix))
{}

std::vector<CallDraftFile> CallDraftFile::allOf(const QString& folder, const std::filesystem::path& workspace)
{
    const QDir drafts(QDir(folder).filePath(kFolder));
    std::vector<CallDraftFile> all;
    for (const QString& name : drafts.entryList({draftsStem(workspace) + QLatin1Char('*') + kSuffix}, QDir::Files))
        all.push_back(CallDraftFile(drafts.filePath(name)));
    return all;
}

QStringList CallDraftFile::waiting() const
{
    const QFileInfo own(m_path);
    QStringList paths;
    for (const QString& name :
         own.dir().entryList({own.completeBaseName() + kAside + QLatin1Char('*') + kSuffix}, QDir::Files, QDir::Name))
        paths << own.dir().filePath(name);
    return paths;
}

void CallDraftFile::setAside() const
{
    const QFileInfo own(m_path);
    for (int number = 1; own.exists(); ++number) {
        const QString name = own.completeBaseName() + kAside + QString::number(number) + kSuffix;
        // An existing file is never written over.
        if (!own.dir().exists(name)) {
            QFile::rename(m_path, own.dir().filePath(name));
            return;
        }
    }
}

std::optional<CallInput> CallDraftFile::load() const
{
    QFile file(m_path);
    if (!file.exists())
        if (const QStringList others = waiting(); !others.isEmpty())
            QFile::rename(others.front(), m_path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return callFromJson(file.readAll());
}

std::optional<CallInput> CallDraftFile::takeWaiting(ConversationId conversation) const
{
    for (const QString& path : waiting()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        std::optional<CallInput> input = callFromJson(file.readAll());
        file.close();
        if (input && input->conversation.id == conversation && save(*input) == Saved::yes) {
            QFile::remove(path);
            return input;
        }
    }
    return std::nullopt;
}

CallDraftFile::Saved CallDraftFile::save(const CallInput& input) const
{
    const QString folder = QFileInfo(m_path).path();
    if (!QDir().mkpath(folder))
        return Saved::no;
    QFile::setPermissions(folder, kOwnerOnly | QFileDevice::ExeOwner);
    return saveFile(m_path, toJson(input), Readers::onlyOwner) ? Saved::yes : Saved::no;
}

void CallDraftFile::remove() const { QFile::remove(m_path); }

} // namespace weavemap::ui
