// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Words.h"

#include <QCoreApplication>

namespace weavemap::ui {

namespace {

/// Gives the texts of this file their place among the translations.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// English plurals stand in the program; a translation brings its own.
QString counted(int n, const char* one, const char* many)
{
    return n == 1 ? T::tr(one, nullptr, n) : T::tr(many, nullptr, n);
}

} // namespace

// Every switch names all its values and has no default: a new value must get its words before it compiles.

QString words(PersonKind kind)
{
    switch (kind) {
    case PersonKind::member:
        return T::tr("Member");
    case PersonKind::staff:
        return T::tr("Staff");
    case PersonKind::outside:
        return T::tr("Outside the network");
    }
    return {};
}

QString words(EngagementLevel level)
{
    switch (level) {
    case EngagementLevel::unknown:
        return T::tr("Not said");
    case EngagementLevel::core:
        return T::tr("Core");
    case EngagementLevel::active:
        return T::tr("Active");
    case EngagementLevel::occasional:
        return T::tr("Occasional");
    case EngagementLevel::peripheral:
        return T::tr("Peripheral");
    }
    return {};
}

QString words(ShowConsent consent)
{
    switch (consent) {
    case ShowConsent::unset:
        return T::tr("Not asked yet");
    case ShowConsent::byName:
        return T::tr("By name");
    case ShowConsent::byCode:
        return T::tr("By code");
    case ShowConsent::notShown:
        return T::tr("Not shown");
    }
    return {};
}

QString words(ConversationKind kind)
{
    switch (kind) {
    case ConversationKind::call:
        return T::tr("Phone");
    case ConversationKind::video:
        return T::tr("Video");
    case ConversationKind::inPerson:
        return T::tr("In person");
    case ConversationKind::email:
        return T::tr("E-mail");
    case ConversationKind::group:
        return T::tr("Group");
    case ConversationKind::hallway:
        return T::tr("At an event");
    case ConversationKind::journal:
        return T::tr("Journal");
    }
    return {};
}

QString words(Confidentiality confidentiality)
{
    switch (confidentiality) {
    case Confidentiality::shareable:
        return T::tr("May be shared");
    case Confidentiality::staff:
        return T::tr("Staff only");
    case Confidentiality::onlyMe:
        return T::tr("Only me");
    }
    return {};
}

QString words(QuoteConsent consent)
{
    switch (consent) {
    case QuoteConsent::none:
        return T::tr("Not to be quoted");
    case QuoteConsent::anonymous:
        return T::tr("Quoted without a name");
    case QuoteConsent::named:
        return T::tr("Quoted by name");
    }
    return {};
}

QString words(Mood mood)
{
    switch (mood) {
    case Mood::unknown:
        return T::tr("Not said");
    case Mood::low:
        return T::tr("Low");
    case Mood::even:
        return T::tr("Even");
    case Mood::high:
        return T::tr("High");
    }
    return {};
}

QString words(Initiator initiator)
{
    switch (initiator) {
    case Initiator::unknown:
        return T::tr("Not said");
    case Initiator::staff:
        return T::tr("We called");
    case Initiator::member:
        return T::tr("They called");
    }
    return {};
}

QString words(EntrySource source)
{
    switch (source) {
    case EntrySource::live:
        return T::tr("Typed during the talk");
    case EntrySource::afterwards:
        return T::tr("Typed afterwards");
    case EntrySource::imported:
        return T::tr("Imported");
    }
    return {};
}

QString words(NoteItemKind kind)
{
    switch (kind) {
    case NoteItemKind::need:
        return T::tr("Need");
    case NoteItemKind::offer:
        return T::tr("Offer");
    case NoteItemKind::project:
        return T::tr("Project");
    case NoteItemKind::barrier:
        return T::tr("Barrier");
    case NoteItemKind::introduction:
        return T::tr("Introduction");
    case NoteItemKind::question:
        return T::tr("Question");
    }
    return {};
}

QString words(NoteItemState state)
{
    switch (state) {
    case NoteItemState::open:
        return T::tr("Open");
    case NoteItemState::met:
        return T::tr("Met");
    case NoteItemState::standing:
        return T::tr("Standing");
    case NoteItemState::oneTime:
        return T::tr("One time");
    case NoteItemState::asked:
        return T::tr("Asked");
    case NoteItemState::made:
        return T::tr("Made");
    }
    return {};
}

QString words(TieDepth depth)
{
    switch (depth) {
    case TieDepth::unknown:
        return T::tr("Not known how well");
    case TieDepth::aware:
        return T::tr("Aware of each other");
    case TieDepth::talked:
        return T::tr("Have talked");
    case TieDepth::exchange:
        return T::tr("Exchange help or ideas");
    case TieDepth::rely:
        return T::tr("Rely on each other");
    }
    return {};
}

QString words(TieContact contact)
{
    switch (contact) {
    case TieContact::unknown:
        return T::tr("Not said");
    case TieContact::yearly:
        return T::tr("Yearly");
    case TieContact::eachTerm:
        return T::tr("Each term");
    case TieContact::monthly:
        return T::tr("Monthly");
    case TieContact::weekly:
        return T::tr("Weekly");
    }
    return {};
}

QString words(Collaboration collaboration)
{
    switch (collaboration) {
    case Collaboration::never:
        return T::tr("Have not worked together");
    case Collaboration::past:
        return T::tr("Worked together before");
    case Collaboration::now:
        return T::tr("Work together");
    }
    return {};
}

QString words(TieOrigin origin)
{
    switch (origin) {
    case TieOrigin::unknown:
        return T::tr("Not known");
    case TieOrigin::before:
        return T::tr("Existed before");
    case TieOrigin::introduction:
        return T::tr("Introduction");
    case TieOrigin::convening:
        return T::tr("Convening");
    case TieOrigin::project:
        return T::tr("Project");
    }
    return {};
}

QString words(OverlayKind kind)
{
    switch (kind) {
    case OverlayKind::names:
        return T::tr("Names");
    case OverlayKind::advice:
        return T::tr("Goes to for advice");
    case OverlayKind::learnedFrom:
        return T::tr("Learned from");
    case OverlayKind::introduced:
        return T::tr("Introduced");
    case OverlayKind::sharedResource:
        return T::tr("Shared a resource with");
    }
    return {};
}

QString words(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::oneSaid:
        return T::tr("One said");
    case EvidenceKind::bothSaid:
        return T::tr("Both said");
    case EvidenceKind::seenTogether:
        return T::tr("Seen together");
    case EvidenceKind::staffGuess:
        return T::tr("Staff guess");
    case EvidenceKind::imported:
        return T::tr("Imported");
    }
    return {};
}

QString words(TieSet set)
{
    switch (set) {
    case TieSet::awareness:
        return T::tr("aware and deeper");
    case TieSet::exchange:
        return T::tr("exchange and deeper");
    case TieSet::collaboration:
        return T::tr("work together, now or before");
    case TieSet::all:
        return T::tr("every tie");
    }
    return {};
}

QString tieCount(TieSet set, int count)
{
    switch (set) {
    case TieSet::awareness:
        return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln awareness tie"),
                       QT_TRANSLATE_N_NOOP("Words", "%Ln awareness ties"));
    case TieSet::exchange:
        return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln exchange tie"),
                       QT_TRANSLATE_N_NOOP("Words", "%Ln exchange ties"));
    case TieSet::collaboration:
        return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln collaboration tie"),
                       QT_TRANSLATE_N_NOOP("Words", "%Ln collaboration ties"));
    case TieSet::all:
        return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln tie of any kind"),
                       QT_TRANSLATE_N_NOOP("Words", "%Ln ties of any kind"));
    }
    return {};
}

QString tieWords(const Tie& tie)
{
    return tie.collaboration == Collaboration::now ? words(tie.collaboration) : words(tie.depth);
}

QString memberCount(int count)
{
    return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln member"), QT_TRANSLATE_N_NOOP("Words", "%Ln members"));
}

QString peopleCount(int count)
{
    return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln person"), QT_TRANSLATE_N_NOOP("Words", "%Ln people"));
}

QString dayCount(int count)
{
    return counted(count, QT_TRANSLATE_N_NOOP("Words", "%Ln day"), QT_TRANSLATE_N_NOOP("Words", "%Ln days"));
}

} // namespace weavemap::ui
