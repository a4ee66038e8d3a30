// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <set>
#include <vector>

#include <QObject>

#include "ui/conversations/CallInput.h"
#include "ui/conversations/EntrySections.h"
#include "ui/conversations/ProposalChip.h"

namespace weavemap::ui {

/// What a note proposes, as chips in the sections of the column: which are taken, which the user refused, which an
/// entry of the page says already. Sure ones start taken, doubtful ones left; whatever the user says of one stays with
/// it while the note goes on.
class ProposalBoard : public QObject
{
    Q_OBJECT

public:
    using Standing = std::function<BoardSays(PersonId, PersonId)>;

    /// `who` tells namesakes apart.
    ProposalBoard(const EntrySections& sections, std::function<QString(PersonId)> who, QObject* parent);

    /// How two people stand on the board of introductions; shows it anew.
    void setStanding(Standing standing);

    /// Another call: its decisions, and nothing read yet.
    void setInput(const CallInput& input);
    /// What is read next was there before: it starts left, however sure.
    void leaveNext() { m_leaveNext = true; }
    bool isLeavingNext() const { return m_leaveNext; }
    void setRead(const NoteRead& read);
    /// The entries beside the chips, and who took part.
    void setPage(const CallInput& page);

    /// What *Store* takes, in the order of the note.
    std::vector<weaving::Proposal> taken() const;
    const std::vector<KeptDecision>& decisions() const { return m_decisions.kept(); }
    /// Proposals that stand there, taken or not.
    int count() const;
    int takenCount() const;
    bool isEmpty() const { return m_lines.empty(); }
    /// From top to bottom.
    std::vector<ProposalChip*> chips(EntryGroup group) const;
    /// An entry that stood for a proposal is gone: so is the proposal.
    void refuse(const NoteProposal& proposal);
    /// Whether the note says so still.
    bool isSaid(const NoteProposal& proposal) const;
    /// An entry that stood for a proposal is folded back to its chip, which the keyboard goes to where `take` says so.
    enum class Keys { take, leave };
    void foldBack(const NoteProposal& proposal, Decision was, Keys keys);

Q_SIGNALS:
    /// The user decided something.
    void decided();
    /// The chips say what stands by now; `chipsChanged` first, where some came or went.
    void presented();
    void chipsChanged();
    /// The chip with the keyboard is there no more, and no other has taken its place.
    void focusLost();
    /// `was`: what stood before.
    void changeRequested(const weavemap::ui::NoteProposal& proposal, weavemap::ui::Decision was);
    /// Why something cannot be taken.
    void said(const QString& sentence);
    /// Somebody was chosen for a name that fits several.
    void settled(const QString& words, const weavemap::ui::PersonChoice& person);
    /// The words behind the chip in hand; nothing: none is.
    void lit(std::optional<weavemap::ui::TextPlace> place);

private:
    /// What a chip stands for: a proposal, or a name to be settled.
    struct Line
    {
        std::optional<NoteProposal> proposal;
        std::optional<OpenName> name;
        EntryGroup group = EntryGroup::ties;
        ProposalChip::State state = ProposalChip::State::left;
        ProposalChip* chip = nullptr;
        BoardSays board{};
    };

    void work();
    void addLine(const NoteProposal& proposal, std::optional<Decision> decision);
    void addNewcomersState();
    void present();
    bool fit(EntryGroup group, std::size_t count);
    ProposalChip* makeChip(EntryGroup group);
    Line* lineOf(const ProposalChip* chip);
    void turn(ProposalChip* chip);
    void open(ProposalChip* chip);
    void leaveOut(ProposalChip* chip);
    void take(const NoteProposal& proposal);
    /// As it came, of what was left out.
    void putBack(const NoteProposal& proposal);
    BoardSays standingOf(const NoteProposal& proposal) const;
    ProposalFace faceOfName(const OpenName& name) const;
    void ask(const Line& line);
    void decide(const NoteProposal& proposal, Decision decision);

    const EntrySections& m_sections;
    std::function<QString(PersonId)> m_who;
    Standing m_standing;
    ProposalDecisions m_decisions;
    NoteRead m_read;
    CallInput m_page;
    bool m_leaveNext = false;
    std::set<QString> m_leftUnseen; ///< what was there before, also where it is not shown yet
    std::vector<Line> m_lines;      ///< in the order of the note; names to be settled first
    std::array<std::vector<ProposalChip*>, kEntryGroups> m_chips;
};

} // namespace weavemap::ui
