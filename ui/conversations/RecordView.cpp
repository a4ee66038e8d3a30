// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/RecordView.h"

#include <algorithm>
#include <utility>

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollBar>
#include <QVBoxLayout>

#include "ui/base/ActivityWords.h"
#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/base/IntroductionWords.h"
#include "ui/base/QuestionWords.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/conversations/CallFacts.h"
#include "ui/conversations/PromiseWords.h"
#include "ui/conversations/ProposalWords.h"
#include "ui/conversations/ReadingText.h"
#include "ui/conversations/TieWords.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/IconMark.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/Pill.h"
#include "ui/widgets/RecordIcons.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kWidest = 760;

QString whoSaidSo(const RecordedTie& tie)
{
    switch (tie.evidence.kind) {
    case EvidenceKind::oneSaid:
    case EvidenceKind::bothSaid:
        return tie.heardFrom.empty() ? words(tie.evidence.kind)
                                     : RecordView::tr("%1 said so").arg(toQString(tie.heardFrom));
    default:
        return words(tie.evidence.kind);
    }
}

} // namespace

RecordView::RecordView(QWidget* parent) : QScrollArea(parent)
{
    setObjectName(QStringLiteral("conversationRecord"));
    setAccessibleName(tr("Conversation"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void RecordView::setRecord(const ConversationRecord& record, PersonId me, Date today, Access access)
{
    const bool again = m_shown == record.conversation.id;
    m_shown = record.conversation.id;
    const int scrolled = again ? verticalScrollBar()->value() : 0;
    const QWidget* focus = again && widget() ? QApplication::focusWidget() : nullptr;
    QString focusName;
    qsizetype focusPlace = -1;
    if (focus && widget()->isAncestorOf(focus)) {
        focusName = focus->objectName();
        focusPlace = widget()->findChildren<QWidget*>(focusName).indexOf(focus);
    }
    auto* page = new QWidget;
    auto* sides = new QHBoxLayout(page);
    sides->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    auto* column = new QWidget;
    column->setMaximumWidth(kWidest);
    m_column = new QVBoxLayout(column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::k4);
    sides->addWidget(column, 1);
    sides->addStretch(0);
    addHead(record, today, access);
    addText(record.conversation);
    addNewMembers(record);
    addTies(record);
    addItems(record);
    addIntroductions(record);
    addAsked(record);
    addTopics(record);
    addFollowUps(record, me, today, access);
    m_column->addStretch();
    setWidget(page);
    if (focusPlace >= 0)
        takeBackFocus(focusName, focusPlace);
    // Once the page knows its height.
    if (scrolled > 0) {
        page->adjustSize();
        verticalScrollBar()->setValue(scrolled);
    }
}

void RecordView::clear()
{
    delete takeWidget();
    m_shown = {};
    m_column = nullptr;
    m_edit = nullptr;
}

void RecordView::takeBackFocus(const QString& name, qsizetype place)
{
    const auto all = widget()->findChildren<QWidget*>(name);
    if (!all.isEmpty())
        all[std::min(place, all.size() - 1)]->setFocus(Qt::OtherFocusReason);
}

void RecordView::takeFocus()
{
    if (m_edit && m_edit->isEnabled())
        m_edit->setFocus(Qt::OtherFocusReason);
}

void RecordView::addHead(const ConversationRecord& record, Date today, Access access)
{
    const Conversation& talk = record.conversation;
    auto* names = new QWidget;
    auto* flow = new FlowLayout(names, space::k12, 2);
    for (const auto& [person, name] : record.participants) {
        auto* link = new LinkLabel(toQString(name), nullptr, TextStyle::figure);
        link->setObjectName(QStringLiteral("recordPerson"));
        link->setToolTip(tr("Open the page of %1").arg(toQString(name)));
        connect(link, &LinkLabel::clicked, this, [this, id = person] { Q_EMIT personRequested(id); });
        flow->addWidget(link);
    }
    if (record.participants.empty())
        flow->addWidget(new TextLabel(tr("Nobody in particular"), TextStyle::figure));
    m_edit = new Button(tr("Edit"));
    m_edit->setObjectName(QStringLiteral("recordEdit"));
    m_edit->setIconName(QStringLiteral("note"));
    auto* remove = new Button(tr("Delete"), Button::Kind::quiet);
    remove->setObjectName(QStringLiteral("recordDelete"));
    const bool writable = access == Access::readWrite;
    m_edit->setEnabled(writable);
    remove->setEnabled(writable);
    connect(m_edit, &Button::clicked, this, &RecordView::editRequested);
    connect(remove, &Button::clicked, this, &RecordView::deleteRequested);
    auto* more = new IconButton(QStringLiteral("more"), tr("More"));
    more->setObjectName(QStringLiteral("recordMore"));
    auto* menu = new QMenu(more);
    menu->setObjectName(QStringLiteral("recordMenu"));
    QAction* erase = menu->addAction(tr("Forget for good…"));
    erase->setObjectName(QStringLiteral("eraseConversationAction"));
    erase->setEnabled(writable);
    connect(erase, &QAction::triggered, this, &RecordView::eraseRequested);
    connect(more, &QAbstractButton::clicked, menu, [menu, more] {
        menu->popup(more->mapToGlobal(QPoint(more->width() - menu->sizeHint().width(), more->height() + space::k4)));
    });
    auto* row = new QHBoxLayout;
    row->addWidget(names, 1);
    row->addWidget(m_edit, 0, Qt::AlignTop);
    row->addWidget(remove, 0, Qt::AlignTop);
    row->addWidget(more, 0, Qt::AlignTop);
    m_column->addLayout(row);

    QStringList how{formatMoment(talk.when, today), words(talk.kind)};
    if (talk.minutes > 0)
        how << formatMinutes(talk.minutes);
    if (!record.staff.empty())
        how << tr("with %1").arg(toQString(record.staff));
    if (talk.initiator != Initiator::unknown)
        how << words(talk.initiator).toLower();
    if (talk.mood != Mood::unknown)
        how << tr("mood: %1").arg(words(talk.mood).toLower());
    if (!talk.convening.empty())
        how << toQString(talk.convening);
    auto* facts = new TextLabel(how.join(QStringLiteral(" \u00B7 ")), TextStyle::control, ColorRole::muted,
                                TextLabel::Lines::many);
    facts->setObjectName(QStringLiteral("recordFacts"));
    m_column->addWidget(facts);
    m_column->addSpacing(space::k4);
    auto* pills = new QHBoxLayout;
    pills->setSpacing(space::k8);
    pills->addWidget(
        new Pill({words(talk.confidentiality), {}, confidentialityIcon(talk.confidentiality), Tone::neutral}));
    if (!talk.reached)
        pills->addWidget(new Pill({tr("Not reached"), {}, {}, Tone::warning}));
    auto* who =
        new TextLabel(whoSees(talk.confidentiality), TextStyle::second, ColorRole::muted, TextLabel::Lines::elided);
    who->setObjectName(QStringLiteral("recordWhoSees"));
    pills->addWidget(who, 1);
    m_column->addLayout(pills);
}

void RecordView::addText(const Conversation& talk)
{
    m_column->addSpacing(space::k16);
    if (talk.text.empty()) {
        m_column->addWidget(new TextLabel(tr("Nothing was written down."), TextStyle::base, ColorRole::muted));
    } else {
        auto* text = new ReadingText;
        text->setObjectName(QStringLiteral("recordText"));
        text->setAccessibleName(tr("Note"));
        text->setText(toQString(talk.text));
        m_column->addWidget(text);
    }
    if (talk.quote.empty())
        return;
    addSection(tr("Quote"));
    addLine(QStringLiteral("conversations"), QStringLiteral("\u201C%1\u201D").arg(toQString(talk.quote)),
            words(talk.quoteConsent));
}

void RecordView::addTies(const ConversationRecord& record)
{
    if (record.ties.empty())
        return;
    addSection(tr("Ties mentioned"));
    for (const RecordedTie& tie : record.ties) {
        const QString a = toQString(tie.nameA), b = toQString(tie.nameB);
        QStringList second{tieWords(tie.tie)};
        if (tie.tie.contact != TieContact::unknown)
            second << words(tie.tie.contact).toLower();
        for (const Overlay& direction : tie.directions) {
            const bool fromA = direction.from == tie.tie.a;
            second << directionSentence(direction.kind, fromA ? a : b, fromA ? b : a, toQString(direction.topic));
        }
        second << whoSaidSo(tie);
        addLine(QStringLiteral("tie"), tr("%1 and %2").arg(a, b), second.join(QStringLiteral(" \u00B7 ")));
    }
}

void RecordView::addItems(const ConversationRecord& record)
{
    bool isFirst = true;
    for (std::size_t i = 0; i < record.items.size(); ++i) {
        const NoteItem& item = record.items[i];
        if (item.kind == NoteItemKind::question)
            continue; // stands with those of the bank
        if (std::exchange(isFirst, false))
            addSection(tr("Brought up"));
        QStringList second;
        const bool introduction = item.kind == NoteItemKind::introduction;
        const QString other = toQString(record.itemOthers[i]), said = sentenceCase(toQString(item.text));
        const bool named = introduction && !other.isEmpty();
        // Whose it is, where that is another one than the first of the call.
        const bool isOfFirst = !record.participants.empty() && record.participants.front().first == item.person;
        const QString whose = isOfFirst ? QString() : toQString(record.itemPeople[i]);
        const QString pair =
            whose.isEmpty() ? tr("Introduction to %1").arg(other) : tr("Introduction of %1 and %2").arg(whose, other);
        const auto& recorded = record.itemIntroductions[i];
        // The line and what it came to say the rest.
        if (!named || !recorded)
            second << words(item.kind);
        if ((introduction && !recorded) || item.kind == NoteItemKind::need || item.kind == NoteItemKind::offer)
            second << words(item.state).toLower();
        if (!named && !whose.isEmpty())
            second << whose;
        if (named && !said.isEmpty())
            second << said;
        if (item.kind == NoteItemKind::need && item.state == NoteItemState::met && !other.isEmpty())
            second << tr("by %1").arg(other);
        else if (!introduction && !other.isEmpty())
            second << other;
        if (!item.topic.empty())
            second << tr("topic: %1").arg(toQString(item.topic));
        if (item.confidentiality > record.conversation.confidentiality)
            second << words(item.confidentiality);
        // An introduction may have no words of its own.
        addLine(itemIcon(item.kind), named ? pair : (said.isEmpty() ? toQString(item.topic) : said),
                second.join(QStringLiteral(" \u00B7 ")), itemRole(item.kind),
                recorded                 ? introductionLink(*recorded, pair)
                : record.itemProjects[i] ? projectLink(*record.itemProjects[i])
                                         : nullptr);
    }
}

void RecordView::addIntroductions(const ConversationRecord& record)
{
    if (!record.introductions.empty())
        addSection(tr("Introductions that rest on it"));
    for (const RecordedIntroduction& one : record.introductions) {
        const QString pair = tr("%1 and %2").arg(toQString(one.nameA), toQString(one.nameB));
        addLine(QStringLiteral("introductions"), pair, {}, ColorRole::muted, introductionLink(one, pair));
    }
}

void RecordView::addAsked(const ConversationRecord& record)
{
    bool isFirst = true;
    const auto add = [&](const std::string& text, const QString& second) {
        if (std::exchange(isFirst, false))
            addSection(tr("Questions asked"));
        addLine(itemIcon(NoteItemKind::question), toQString(text), second, itemRole(NoteItemKind::question));
    };
    for (const RecordedQuestion& asked : record.asked)
        // Of whom, where it was not everybody.
        add(asked.text,
            asked.people.size() < record.participants.size() ? tr("of %1").arg(namesText(asked.people)) : QString());
    for (const NoteItem& item : record.items)
        if (item.kind == NoteItemKind::question)
            add(item.text, item.topic.empty() ? QString() : tr("topic: %1").arg(toQString(item.topic)));
}

QWidget* RecordView::projectLink(const Project& project)
{
    const QString status = words(project.status).toLower();
    const auto people = static_cast<int>(project.people.size());
    auto* link = new LinkLabel(people == 0 ? tr("Project, %1").arg(status)
                                           : tr("Project, %1, %2 in it").arg(status, peopleCount(people)),
                               nullptr, TextStyle::caption);
    link->setObjectName(QStringLiteral("recordProject"));
    link->setAccessibleName(tr("%1, %2").arg(toQString(project.name), link->text()));
    link->setToolTip(tr("Open the project"));
    connect(link, &LinkLabel::clicked, this, [this, id = project.id] { Q_EMIT projectRequested(id); });
    return link;
}

QWidget* RecordView::introductionLink(const RecordedIntroduction& introduction, const QString& pair)
{
    const QString state = words(introduction.state).toLower();
    auto* link = new LinkLabel(introduction.cameOfIt ? tr("On the board: %1").arg(state)
                                                     : tr("On the board already: %1").arg(state),
                               nullptr, TextStyle::caption);
    link->setObjectName(QStringLiteral("recordIntroduction"));
    link->setAccessibleName(tr("%1, %2").arg(pair, link->text()));
    link->setToolTip(tr("Open the introduction"));
    connect(link, &LinkLabel::clicked, this, [this, id = introduction.id] { Q_EMIT introductionRequested(id); });
    return link;
}

void RecordView::addNewMembers(const ConversationRecord& record)
{
    for (const auto& [person, name] : record.newMembers) {
        if (person == record.newMembers.front().first)
            addSection(tr("New members"));
        auto* link = new LinkLabel(tr("Open the page"), nullptr, TextStyle::caption);
        link->setObjectName(QStringLiteral("recordNewMember"));
        link->setAccessibleName(tr("Open the page of %1").arg(toQString(name)));
        connect(link, &LinkLabel::clicked, this, [this, id = person] { Q_EMIT personRequested(id); });
        addLine(QStringLiteral("person-add"), toQString(name), tr("Joined on the day of this conversation"),
                ColorRole::accent, link);
    }
}

void RecordView::addTopics(const ConversationRecord& record)
{
    if (record.topics.empty())
        return;
    addSection(tr("Topics"));
    QStringList topics;
    for (const std::string& topic : record.topics)
        topics << QLatin1Char('#') + toQString(topic);
    addLine(QStringLiteral("topic"), topics.join(QStringLiteral("  ")), {});
}

void RecordView::addFollowUps(const ConversationRecord& record, PersonId me, Date today, Access access)
{
    for (std::size_t i = 0; i < record.followUps.size(); ++i) {
        const FollowUp& step = record.followUps[i];
        if (i == 0)
            addSection(tr("Next steps"));
        const QString text = sentenceCase(toQString(step.text));
        auto* kept = new QCheckBox;
        kept->setObjectName(QStringLiteral("recordKept"));
        kept->setAccessibleName(tr("Kept: %1").arg(text));
        kept->setChecked(step.done.has_value());
        kept->setEnabled(access == Access::readWrite);
        connect(kept, &QCheckBox::clicked, this,
                [this, id = step.id](bool checked) { Q_EMIT keptChanged(id, checked); });
        QStringList second;
        if (step.done)
            second << tr("kept on %1").arg(formatDate(*step.done, DateStyle::day, today));
        else if (step.due)
            second << formatDue(*step.due, today);
        const bool isTheirs = step.owner && step.owner == step.person;
        const Debt debt{toQString(record.followUpOwners[i]),
                        toQString(isTheirs ? record.staff : record.followUpPeople[i]), me && step.owner == me,
                        isTheirs && me && record.conversation.staff == me};
        if (const QString who = debtWords(debt); !who.isEmpty())
            second << who;
        if (step.confidentiality > record.conversation.confidentiality)
            second << ui::words(step.confidentiality);
        auto* words = new QVBoxLayout;
        words->setSpacing(1);
        words->addWidget(new TextLabel(text, TextStyle::base, step.done ? ColorRole::muted : ColorRole::text,
                                       TextLabel::Lines::many));
        if (!second.isEmpty())
            words->addWidget(
                new TextLabel(second.join(QStringLiteral(" \u00B7 ")), TextStyle::caption,
                              !step.done && step.due && *step.due < today ? ColorRole::danger : ColorRole::muted));
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, space::k4, 0, space::k4);
        row->setSpacing(space::k12);
        row->addWidget(kept, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        m_column->addLayout(row);
    }
}

void RecordView::addSection(const QString& title)
{
    m_column->addSpacing(space::k20);
    m_column->addWidget(new TextLabel(title, TextStyle::second, ColorRole::muted));
}

void RecordView::addLine(const QString& iconName, const QString& text, const QString& second, ColorRole role,
                         QWidget* link)
{
    auto* mark = new IconMark(iconName, role);
    mark->setFixedHeight(20); // that of the line beside it
    auto* words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(new TextLabel(text, TextStyle::base, ColorRole::text, TextLabel::Lines::many));
    if (!second.isEmpty())
        words->addWidget(new TextLabel(second, TextStyle::caption, ColorRole::muted, TextLabel::Lines::many));
    if (link)
        words->addWidget(link, 0, Qt::AlignLeft);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, space::k4, 0, space::k4);
    row->setSpacing(space::k12);
    row->addWidget(mark, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_column->addLayout(row);
}

} // namespace weavemap::ui
