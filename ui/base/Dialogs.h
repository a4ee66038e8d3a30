// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

class QWidget;

namespace weavemap::ui {

/// What a file dialog is asked.
struct FileQuestion
{
    QString title;
    QString start;          ///< folder, or a suggested file
    QStringList filters;    ///< "Weavemap files (*.weavemap)"
    QString suffix;         ///< added to a name without one, no dot
    bool mayReplace = true; ///< saving: asks before a file is replaced; false: never asks, since the asker refuses it
};

enum class AnswerRole { primary, normal, destructive, cancel };

/// A button of a question. `verb` says what happens: "Store this call", never "Yes".
struct Answer
{
    QString verb;
    AnswerRole role = AnswerRole::normal;
};

/// A question with verbs for answers. Escape chooses the answer with the role cancel.
struct Question
{
    QString title;    ///< the question in a few words
    QString sentence; ///< what will happen
    std::vector<Answer> answers;
};

enum class MessageTone { information, warning, error };

/// The seam between places and modal boxes: nothing else in `ui` opens one. UI thread.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    /// A file that exists, or nothing.
    virtual std::optional<QString> openFile(QWidget* parent, const FileQuestion& question) = 0;
    /// Several files that exist; empty: none chosen.
    virtual QStringList openFiles(QWidget* parent, const FileQuestion& question) = 0;
    /// A file to write; replacing one was confirmed where the question allows it.
    virtual std::optional<QString> saveFile(QWidget* parent, const FileQuestion& question) = 0;
    virtual std::optional<QString> chooseFolder(QWidget* parent, const FileQuestion& question) = 0;
    /// The index of the answer chosen; that of the cancelling answer on Escape, or -1 where there is none.
    virtual int ask(QWidget* parent, const Question& question) = 0;
    /// A line of text, or nothing.
    virtual std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                           const QString& start = {}) = 0;
    virtual void tell(QWidget* parent, const QString& title, const QString& sentence,
                      MessageTone tone = MessageTone::information) = 0;
};

} // namespace weavemap::ui
