// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace weavemap::ui {

/// A person's name as it is looked for in what people typed: without case and accents, as names are compared
/// everywhere (`foldForSearch`), and with any white space or dash between its words. A value.
class FoldedName
{
public:
    explicit FoldedName(const QString& name);

    /// Whether `other` is this name.
    bool is(const QString& other) const;
    /// `text` with the name, as whole words, replaced by "…". A name of one word may well be another word (May, Will):
    /// it is taken out only where it is written as it stands. Linear in the text.
    QString takenOutOf(const QString& text) const;

private:
    QString m_name;
    QString m_folded; ///< words with one space between them; empty: no name
};

} // namespace weavemap::ui
