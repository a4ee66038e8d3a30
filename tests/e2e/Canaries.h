// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>
#include <vector>

#include <QByteArray>
#include <QDirIterator>
#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>

#include "WindowBox.h"
#include "core/actions/EditNetwork.h"
#include "core/actions/LogCall.h"
#include "core/store/Records.h"

/// A word that is found nowhere else in each field that is not for everybody.
namespace canaries {

using namespace weavemap;

inline constexpr const char* kAuthor = "Vera Own";  ///< who wrote all of it
inline constexpr const char* kOther = "Karl Other"; ///< of the staff, too
inline constexpr const char* kMember = "Mara Zint"; ///< whom most of it is about

/// For the author's eyes, or in no answer at all.
inline const QList<QByteArray> kOwn{"zqowncall", "zqownquote", "zqownconvening", "zqownneed",    "zqowntopic",
                                    "zqowndone", "zqownline",  "zqownstep",      "zqownproject", "zqownabout",
                                    "zqownwhy",  "zqownend",   "zqownapart",     "zqownsnooze",  "zqownplan",
                                    "zqownaim",  "zqownevent", "zqownplace",     "zqownpart"};
/// For the office.
inline const QList<QByteArray> kStaff{"zqstaffcall",  "zqstaffquote", "zqstaffneed", "zqstafftopic", "zqstaffpromise",
                                      "zqstaffabout", "zqstaffwhy",   "zqstaffend",  "zqstaffplan",  "zqstaffaim",
                                      "zqstaffevent", "zqstaffpart",  "zqstaffstep"};

inline NoteItem item(PersonId person, const char* text, const char* topic, Confidentiality level,
                     NoteItemKind kind = NoteItemKind::need)
{
    NoteItem item;
    item.person = person;
    item.kind = kind;
    item.text = text;
    item.topic = topic;
    item.confidentiality = level;
    return item;
}

inline FollowUp promise(PersonId person, PersonId owner, const char* text, Confidentiality level)
{
    FollowUp followUp;
    followUp.person = person;
    followUp.owner = owner;
    followUp.text = text;
    followUp.due = uitest::testDay().addDays(-3);
    followUp.confidentiality = level;
    return followUp;
}

/// The inside of one change.
inline Result<> store(store::Records& records)
{
    using enum Confidentiality;
    const auto add = [&records](const char* name, PersonKind kind, const char* about, Confidentiality level,
                                PersonId by) {
        Person person;
        person.name = name;
        person.kind = kind;
        person.about = about;
        person.aboutLevel = level;
        person.aboutBy = by;
        return actions::addPerson(records, person);
    };
    WEAVEMAP_ASSIGN(const PersonId vera, add(kAuthor, PersonKind::staff, "", staff, {}));
    WEAVEMAP_TRY(add(kOther, PersonKind::staff, "", staff, {}));
    WEAVEMAP_ASSIGN(const PersonId mara, add(kMember, PersonKind::member, "zqownabout", onlyMe, vera));
    WEAVEMAP_ASSIGN(const PersonId luis, add("Luis Zorn", PersonKind::member, "zqstaffabout", staff, vera));
    WEAVEMAP_ASSIGN(const PersonId nina, add("Nina Zahl", PersonKind::member, "", staff, {}));

    actions::CallDraft own;
    own.conversation.when = Instant::atLocal(uitest::testDay(), 9, 0, 0);
    own.conversation.staff = vera;
    own.conversation.participants = {mara};
    own.conversation.text = "zqowncall";
    own.conversation.quote = "zqownquote";
    own.conversation.convening = "zqownconvening";
    own.conversation.confidentiality = onlyMe;
    own.items = {item(mara, "zqownneed", "zqowntopic", shareable)};
    own.followUps = {promise(mara, vera, "zqowndone", shareable)};
    actions::MentionedTie tie;
    tie.a = mara;
    tie.b = luis;
    own.ties = {tie};
    WEAVEMAP_TRY(actions::logCall(records, own));

    actions::CallDraft shared;
    shared.conversation.when = Instant::atLocal(uitest::testDay(), 10, 0, 0);
    shared.conversation.staff = vera;
    shared.conversation.participants = {mara};
    shared.conversation.text = "zqstaffcall";
    shared.conversation.quote = "zqstaffquote";
    shared.conversation.confidentiality = staff;
    shared.items = {item(mara, "zqstaffneed", "zqstafftopic", shareable), item(mara, "zqownline", "", onlyMe),
                    item(mara, "zqownproject", "", onlyMe, NoteItemKind::project)};
    shared.followUps = {promise(mara, vera, "zqstaffpromise", shareable), promise(mara, vera, "zqownstep", onlyMe)};
    WEAVEMAP_TRY(actions::logCall(records, shared));

    // Of a call that may be shared its single lines are stricter.
    actions::CallDraft open;
    open.conversation.when = Instant::atLocal(uitest::testDay(), 11, 0, 0);
    open.conversation.staff = vera;
    open.conversation.participants = {mara};
    open.conversation.text = "A talk that may be shared.";
    open.conversation.confidentiality = shareable;
    open.items = {item(mara, "zqstaffpart", "", staff), item(mara, "zqownpart", "", onlyMe)};
    open.followUps = {promise(mara, vera, "zqstaffstep", staff)};
    WEAVEMAP_TRY(actions::logCall(records, open));

    const auto introduce = [&](PersonId other, const char* why, const char* outcome, Confidentiality level) {
        Introduction introduction;
        introduction.a = mara;
        introduction.b = other;
        introduction.host = vera;
        introduction.proposed = uitest::testDay();
        introduction.why = why;
        introduction.outcome = outcome;
        introduction.confidentiality = level;
        return records.introductions.insert(introduction);
    };
    WEAVEMAP_TRY(introduce(luis, "zqownwhy", "zqownend", onlyMe));
    WEAVEMAP_TRY(introduce(nina, "zqstaffwhy", "zqstaffend", staff));
    ApartPair apart;
    apart.a = luis;
    apart.b = nina;
    apart.why = "zqownapart";
    WEAVEMAP_TRY(records.introductions.insert(apart));
    const auto plan = [&](const char* name, const char* aim, Confidentiality level) {
        Project project;
        project.name = name;
        project.purpose = aim;
        project.people = {mara, luis};
        project.writer = vera;
        project.confidentiality = level;
        return records.projects.insert(project);
    };
    WEAVEMAP_TRY(plan("zqownplan", "zqownaim", onlyMe));
    WEAVEMAP_TRY(plan("zqstaffplan", "zqstaffaim", staff));
    const auto meet = [&](const char* title, const char* place, Confidentiality level) -> Result<> {
        Convening convening;
        convening.title = title;
        convening.on = uitest::testDay();
        convening.place = place;
        convening.writer = vera;
        convening.confidentiality = level;
        WEAVEMAP_ASSIGN(convening.id, records.convenings.insert(convening));
        return records.convenings.put({{}, convening.id, mara, true, true, true});
    };
    WEAVEMAP_TRY(meet("zqownevent", "zqownplace", onlyMe));
    WEAVEMAP_TRY(meet("zqstaffevent", "", staff));
    Snooze snooze;
    snooze.person = nina;
    snooze.made = uitest::testDay();
    snooze.until = uitest::testDay().addDays(30);
    snooze.why = "zqownsnooze";
    WEAVEMAP_TRY(records.questions.insert(snooze));
    return {};
}

/// The sample network with all of that in it.
inline void open(uitest::WindowBox& box)
{
    box.open(box.sample());
    bool stored = false;
    box.window().session().change(QStringLiteral("Private words"), store,
                                  [&](Result<store::ChangeSet> result) { stored = result.has_value(); });
    if (!uitest::waitUntil([&] { return stored; }) || !box.settle())
        qFatal("not stored");
}

inline QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Which of the words are in it; its letters are small.
inline QByteArrayList found(const QByteArray& text, const QList<QByteArray>& words)
{
    QByteArrayList some;
    for (const QByteArray& word : words)
        if (text.contains(word))
            some << word;
    return some;
}

/// The files below the stage's folder that hold any of the words: all but networks with their logs and backups.
inline QStringList filesWith(const uitest::WindowBox& box, const QList<QByteArray>& words)
{
    QStringList paths;
    for (QDirIterator at(box.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); at.hasNext();) {
        const QString path = at.next();
        if (path.endsWith(QStringLiteral(".weavemap")) || path.contains(QStringLiteral(".weavemap-")))
            continue;
        if (!found(bytesOf(path).toLower(), words).isEmpty())
            paths << path;
    }
    return paths;
}

} // namespace canaries
