// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include <QByteArray>
#include <QString>
#include <QStringList>

#include "ui/conversations/CallInput.h"

namespace weavemap::ui {

/// The one call that is begun and not stored, kept for each network file beside the settings, readable by its user
/// alone. What it holds may be for one person's eyes: it goes with *Store* and *Throw away*. UI thread.
class CallDraftFile
{
public:
    /// `folder` is where the settings are; `workspace` the open file; `me` who works here: each has a draft of their
    /// own.
    CallDraftFile(const QString& folder, const std::filesystem::path& workspace, PersonId me);

    /// The drafts of everybody for this network file.
    static std::vector<CallDraftFile> allOf(const QString& folder, const std::filesystem::path& workspace);

    const QString& path() const { return m_path; }
    /// Nothing where there is none or it cannot be read. One that was set aside comes back where there is no other.
    std::optional<CallInput> load() const;
    /// Makes room for another draft; what was kept waits beside it.
    void setAside() const;
    /// Takes out the change of a stored conversation that was set aside; nothing where none waits.
    std::optional<CallInput> takeWaiting(ConversationId conversation) const;
    enum class Saved { yes, no };
    Saved save(const CallInput& input) const;
    void remove() const;

private:
    explicit CallDraftFile(QString path) : m_path(std::move(path)) {}
    QStringList waiting() const;

    QString m_path;
};

/// A call as JSON and back. Unknown fields are passed over; what is out of range falls back to the default.
QByteArray toJson(const CallInput& input);
std::optional<CallInput> callFromJson(const QByteArray& json);

} // namespace weavemap::ui
