// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "ui/conversations/NoteRead.h"

namespace weavemap::ui {

/// What the user said to a proposal. `left`: it is there for later, neither taken nor refused; `changed`: an entry of
/// its own stands for it.
enum class Decision { left, taken, refused, changed };

/// A decision, and by what its proposal is known again while the text goes on changing around it.
struct KeptDecision
{
    weaving::ProposalKind kind = weaving::ProposalKind::tie;
    QStringList people; ///< ids, or names of who is not in the file
    QString text;       ///< what it is: of needs, offers, promises
    QString words;      ///< the clause it came from
    Decision decision = Decision::left;
    bool operator==(const KeptDecision&) const = default;
};

/// The decisions on what a note proposes. A value.
class ProposalDecisions
{
public:
    ProposalDecisions() = default;
    explicit ProposalDecisions(std::vector<KeptDecision> kept) : m_kept(std::move(kept)) {}

    /// What was decided on each of the proposals, in their order. Those that are found again are known by their present
    /// words from now on; those that are not are kept, for the words may come back.
    std::vector<std::optional<Decision>> follow(const std::vector<NoteProposal>& proposals);
    void decide(const NoteProposal& proposal, Decision decision);
    const std::vector<KeptDecision>& kept() const { return m_kept; }

private:
    std::vector<KeptDecision> m_kept;
};

} // namespace weavemap::ui
