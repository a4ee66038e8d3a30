// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include <QString>

class QObject;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class TextLabel;

/// The groups of what a call leaves behind, in the order of the column.
enum class EntryGroup { people, ties, needs, steps, work, asked };
inline constexpr std::size_t kEntryGroups = 6;

/// A heading, what the note proposes, what was added by hand, and the links that add more.
struct EntrySection
{
    TextLabel* heading = nullptr;
    QVBoxLayout* proposals = nullptr;
    QVBoxLayout* rows = nullptr;
    std::vector<Button*> adders;
};

/// The sections of the column beside a note.
class EntrySections
{
public:
    /// Everything stands in by this much, so that the card of the proposal in hand is wider than the rest.
    static constexpr int kIndent = 8;

    /// Builds them into `column`; `arrows` filters what the links that add an entry hear.
    EntrySections(QVBoxLayout& column, QObject* arrows);

    const EntrySection& of(EntryGroup group) const { return m_sections[static_cast<std::size_t>(group)]; }
    const std::array<EntrySection, kEntryGroups>& all() const { return m_sections; }
    /// Who is new and who is meant has a heading only where there is something under it.
    void showPeople(bool shown);

private:
    using Adder = std::pair<QString, const char*>;
    void make(QVBoxLayout& column, QObject* arrows, EntryGroup group, const QString& title,
              const std::vector<Adder>& adders);

    std::array<EntrySection, kEntryGroups> m_sections;
};

} // namespace weavemap::ui
