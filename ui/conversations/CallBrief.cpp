// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallBrief.h"

#include <algorithm>
#include <memory>

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/actions/Brief.h"
#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/Words.h"
#include "ui/conversations/QuestionList.h"
#include "ui/models/InTouch.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Avatar.h"
#include "ui/widgets/IconMark.h"
#include "ui/widgets/RecordIcons.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr std::size_t kTalks = 2, kFaces = 6, kOpen = 4, kItems = 3, kNear = 3;
constexpr int kTalkLines = 3;
constexpr qsizetype kWordsRead = 400; // of a note, which may be a book

QString shownSentence(ShowConsent consent)
{
    switch (consent) {
    case ShowConsent::unset:
        return CallBrief::tr("Not asked yet how to be shown.");
    case ShowConsent::byName:
        return CallBrief::tr("Shown by name on maps.");
    case ShowConsent::byCode:
        return CallBrief::tr("Shown by a code on maps.");
    case ShowConsent::notShown:
        return CallBrief::tr("Not shown on maps.");
    }
    return {};
}

/// The ties as the grid's count wants them.
std::vector<actions::ProfileTie> asProfileTies(const std::vector<weaving::BriefTie>& ties)
{
    std::vector<actions::ProfileTie> rows;
    for (const weaving::BriefTie& tie : ties) {
        actions::ProfileTie row;
        row.tie.id = tie.tie;
        row.tie.depth = tie.depth;
        row.tie.collaboration = tie.collaboration;
        row.other = tie.other;
        row.name = tie.name;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString beginning(const std::string& text) { return toQString(text).left(kWordsRead).simplified(); }

/// Within a sentence: "due today", "2 days late", "by 30 Oct".
QString dueText(Date due, Date today)
{
    if (due == today)
        return CallBrief::tr("due today");
    return due < today ? formatDue(due, today)
                       : CallBrief::tr("by %1").arg(formatDate(due, DateStyle::dayShort, today));
}

} // namespace

CallBrief::CallBrief(Office& office, QWidget* parent)
    : QScrollArea(parent), m_office(office), m_head(new QWidget), m_avatar(new Avatar),
      m_name(new TextLabel({}, TextStyle::name, ColorRole::text, TextLabel::Lines::many)),
      m_role(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many))
{
    setObjectName(QStringLiteral("callBrief"));
    setAccessibleName(tr("Brief"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_avatar->setDiameter(44);
    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(space::k12);
    head->addWidget(m_avatar, 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_role);
    head->addLayout(names, 1);
    auto* inner = new QWidget;
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(space::k24 + space::k4, space::k24, space::k20, space::k24);
    m_column->setSpacing(0);
    m_column->addWidget(m_head);
    m_facts = new QVBoxLayout;
    m_facts->setSpacing(space::k4);
    m_column->addSpacing(space::k12);
    m_column->addLayout(m_facts);
    m_column->addStretch();
    setWidget(inner);
    connect(&office.session, &Session::changed, this, [this] {
        // A page that is being stored is about to be left.
        if (isEnabled())
            refresh();
        else
            m_stale = true;
    });
    connect(&office.session, &Session::meChanged, this, &CallBrief::refresh);
    connect(&office.session, &Session::closing, this, [this] { setPerson({}); });
    // What is forgotten for good goes at once, also where nobody looks: who was forgotten may stand among another's
    // contacts.
    connect(&office.session, &Session::personErased, this, [this](PersonId person) {
        if (person == m_person)
            m_person = {};
        forget();
    });
    connect(&office.session, &Session::conversationErased, this, &CallBrief::forget);
    clear();
}

void CallBrief::setPerson(PersonId person)
{
    if (person == m_person)
        return;
    m_person = person;
    if (!person || !isVisible())
        clear();
    refresh();
}

void CallBrief::setQuestionsIn(QuestionList* list)
{
    m_questions = list;
    m_questions->hide();
}

void CallBrief::forget()
{
    clear();
    refresh();
}

void CallBrief::clear()
{
    m_head->hide();
    m_avatar->setPerson({}, kOtherGroup, Heard::no);
    m_name->setText({});
    m_role->setText({});
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget(); // now: its words must not outlive what they are about
        delete item;
    }
    if (m_questions) {
        m_questions->clear();
        m_questions->setVisible(m_person.isValid());
    }
    if (!m_person)
        line(tr("Here stands what is known of the person you talk with."), ColorRole::muted);
}

void CallBrief::refresh()
{
    m_job.cancel();
    m_stale = !isVisible();
    if (m_stale || !m_person || !m_office.session.isOpen())
        return;
    auto reader = m_office.session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job = m_office.jobs.run<weaving::CallBrief>(
        this,
        [shared, person = m_person, on = m_office.session.today(), me = m_office.session.me()](const RunContext&) {
            return actions::readBrief(shared->records(), person, on, me);
        },
        [this](Result<weaving::CallBrief> brief) {
            if (brief)
                present(*brief);
        });
}

void CallBrief::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    if (m_stale)
        refresh();
}

void CallBrief::heading(const QString& text)
{
    if (m_facts->count() > 0)
        m_facts->addSpacing(space::k12);
    m_facts->addWidget(new TextLabel(text, TextStyle::second, ColorRole::muted));
}

TextLabel* CallBrief::line(const QString& text, ColorRole role)
{
    auto* words = new TextLabel(text, TextStyle::control, role, TextLabel::Lines::many);
    m_facts->addWidget(words);
    return words;
}

void CallBrief::marked(const QString& iconName, ColorRole role, const QString& text)
{
    auto* row = new QWidget;
    auto* mark = new IconMark(iconName, role);
    mark->setFixedHeight(18); // that of the line beside it
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::k8);
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto* words = new TextLabel(text, TextStyle::control, ColorRole::text, TextLabel::Lines::many);
    words->setTextFormat(Qt::PlainText);
    layout->addWidget(words, 1);
    m_facts->addWidget(row);
}

void CallBrief::present(const weaving::CallBrief& brief)
{
    clear();
    const QString name = toQString(brief.person.name);
    m_head->show();
    m_avatar->setPerson(name, m_office.people.colourOf(m_person),
                        m_office.people.isHeardFrom(m_person) ? Heard::yes : Heard::no);
    m_name->setText(name);
    QStringList role{toQString(brief.person.role), toQString(brief.organization)};
    role.removeAll(QString());
    m_role->setText(role.join(QStringLiteral(", ")));
    m_role->setVisible(!role.isEmpty());

    if (!brief.person.contactPreference.empty())
        line(tr("Prefers to be %1.").arg(toQString(brief.person.contactPreference)));
    if (!brief.person.phone.empty())
        line(toQString(brief.person.phone));
    line(shownSentence(brief.person.consent));
    // An answer that they owe is what the call is for: it stands first.
    const bool isAwaited = !brief.introductions.empty() && brief.introductions.front().isUnanswered;
    if (isAwaited)
        introductions(brief);
    talks(brief);
    promises(brief);
    needsAndOffers(brief);
    contacts(brief);
    near(brief);
    if (!isAwaited)
        introductions(brief);
    questions(brief);
    Q_EMIT presented();
}

void CallBrief::setTopMargin(int margin)
{
    QMargins margins = m_column->contentsMargins();
    margins.setTop(margin);
    m_column->setContentsMargins(margins);
}

int CallBrief::wholeHeight() const
{
    // The labels know how many lines they need once they have the width.
    return widget()->layout()->totalHeightForWidth(viewport()->width());
}

void CallBrief::talks(const weaving::CallBrief& brief)
{
    heading(tr("Last talks"));
    const Date today = m_office.session.today();
    for (std::size_t at = 0; at < std::min(kTalks, brief.talks.size()); ++at) {
        const Conversation& talk = brief.talks[at];
        QStringList how{formatDate(talk.when.localDate(), DateStyle::day, today), words(talk.kind).toLower()};
        if (talk.minutes > 0)
            how << formatMinutes(talk.minutes);
        m_facts->addWidget(new TextLabel(how.join(QStringLiteral(" \u00B7 ")), TextStyle::controlBold));
        if (!talk.text.empty())
            line(beginning(talk.text), ColorRole::muted)->setMostLines(kTalkLines);
    }
    if (brief.talks.empty())
        line(tr("None yet."), ColorRole::muted);
}

void CallBrief::promises(const weaving::CallBrief& brief)
{
    if (brief.ours.empty() && brief.theirs.empty())
        return;
    heading(tr("Promised"));
    const Date today = m_office.session.today();
    const auto show = [&](const std::vector<FollowUp>& steps) {
        for (std::size_t at = 0; at < std::min(kOpen, steps.size()); ++at) {
            const FollowUp& step = steps[at];
            QString owner;
            if (step.owner && step.owner == m_office.session.me())
                owner = tr("You: ");
            else if (step.owner)
                owner = m_office.people.nameOf(step.owner) + QStringLiteral(": ");
            const QString due = step.due ? QStringLiteral(", ") + dueText(*step.due, today) : QString();
            const bool pressing = step.due && *step.due <= today;
            marked(QStringLiteral("promise"), pressing ? ColorRole::warning : ColorRole::muted,
                   owner + toQString(step.text) + due);
        }
    };
    show(brief.ours);
    show(brief.theirs);
}

void CallBrief::needsAndOffers(const weaving::CallBrief& brief)
{
    if (brief.needs.empty() && brief.offers.empty())
        return;
    heading(tr("Needs and offers"));
    for (const auto* list : {&brief.needs, &brief.offers})
        for (std::size_t at = 0; at < std::min(kItems, list->size()); ++at) {
            const NoteItem& item = (*list)[at].item;
            marked(itemIcon(item.kind), itemRole(item.kind), toQString(item.text));
        }
}

void CallBrief::contacts(const weaving::CallBrief& brief)
{
    const auto all = asProfileTies(brief.ties);
    const auto counted = inTouch(all, m_office.people, m_office.session.today());
    if (all.empty())
        heading(tr("No known tie"));
    else if (counted.empty())
        heading(furtherTies(all, 0));
    else
        heading(tr("In touch with %1").arg(peopleCount(static_cast<int>(counted.size()))));
    const auto& ties = counted.empty() ? all : counted;
    if (ties.empty())
        return;
    auto* faces = new QWidget;
    auto* row = new QHBoxLayout(faces);
    row->setContentsMargins(0, 2, 0, 0);
    row->setSpacing(5);
    for (std::size_t i = 0; i < std::min(kFaces, ties.size()); ++i) {
        const actions::ProfileTie& tie = ties[i];
        auto* face = new Avatar;
        face->setDiameter(26);
        face->setPerson(toQString(tie.name), m_office.people.colourOf(tie.other),
                        m_office.people.isHeardFrom(tie.other) ? Heard::yes : Heard::no);
        face->setToolTip(QStringLiteral("%1, %2").arg(toQString(tie.name), tieWords(tie.tie).toLower()));
        row->addWidget(face);
    }
    if (ties.size() > kFaces)
        row->addWidget(new TextLabel(tr("and %1").arg(ties.size() - kFaces), TextStyle::second, ColorRole::muted));
    row->addStretch();
    m_facts->addWidget(faces);
}

void CallBrief::near(const weaving::CallBrief& brief)
{
    if (brief.near.empty())
        return;
    heading(tr("Near, but not tied"));
    for (std::size_t at = 0; at < std::min(kNear, brief.near.size()); ++at) {
        const weaving::NearPerson& person = brief.near[at];
        const weaving::NearWhy& why = person.reasons.front();
        QString reason = toQString(why.words);
        if (why.code == weaving::NearReason::sharedContact && !why.through.empty())
            reason = tr("through %1").arg(m_office.people.nameOf(why.through.front()));
        else if (why.code == weaving::NearReason::sameRole)
            reason = tr("same role and region");
        line(QStringLiteral("%1 \u00B7 %2").arg(toQString(person.name), reason));
    }
}

void CallBrief::introductions(const weaving::CallBrief& brief)
{
    if (brief.introductions.empty())
        return;
    heading(tr("Introductions under way"));
    for (const weaving::BriefIntroduction& row : brief.introductions) {
        const Introduction& introduction = row.introduction;
        const QString other = m_office.people.nameOf(introduction.other(brief.person.id));
        const QString about =
            toQString(introduction.topic.empty() ? introduction.why : introduction.topic).simplified();
        const QString state = words(introduction.state);
        QStringList facts{other,
                          row.isUnanswered
                              ? tr("%1, no answer since %2")
                                    .arg(state, formatDate(row.since, DateStyle::dayShort, m_office.session.today()))
                              : state,
                          about};
        facts.removeAll(QString());
        marked(QStringLiteral("introductions"), row.isUnanswered ? ColorRole::warning : ColorRole::muted,
               facts.join(QStringLiteral(" \u00B7 ")));
    }
}

void CallBrief::questions(const weaving::CallBrief& brief)
{
    QuestionList* list = m_questions;
    if (!list) {
        list = new QuestionList(QuestionList::Use::read);
        connect(list, &QuestionList::bankRequested, this, &CallBrief::bankRequested);
        m_facts->addSpacing(space::k12);
        m_facts->addWidget(list);
    }
    list->setQuestions(brief.questions, m_office.session.today());
}

} // namespace weavemap::ui
