// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>

#include "ui/base/Dialogs.h"

namespace weavemap::ui {

/// Answers from a list instead of a person, and keeps what was asked. Where the list is empty it answers like Escape.
class ScriptedDialogs final : public Dialogs
{
public:
    void willChooseFiles(const QStringList& files) { m_files.push_back(files); }
    void willAnswer(int index) { m_answers.push_back(index); }
    void willEnter(const QString& text) { m_texts.push_back(text); }

    /// Titles and sentences shown so far, oldest first ("title: sentence").
    const QStringList& shown() const { return m_shown; }
    const std::vector<Question>& questions() const { return m_questions; }
    /// What was asked of file dialogs.
    const std::vector<FileQuestion>& fileQuestions() const { return m_fileQuestions; }
    void clear();

    std::optional<QString> openFile(QWidget* parent, const FileQuestion& question) override;
    QStringList openFiles(QWidget* parent, const FileQuestion& question) override;
    std::optional<QString> saveFile(QWidget* parent, const FileQuestion& question) override;
    std::optional<QString> chooseFolder(QWidget* parent, const FileQuestion& question) override;
    int ask(QWidget* parent, const Question& question) override;
    std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                   const QString& start) override;
    void tell(QWidget* parent, const QString& title, const QString& sentence, MessageTone tone) override;

private:
    QStringList nextFiles(const FileQuestion& question);

    std::deque<QStringList> m_files;
    std::deque<int> m_answers;
    std::deque<QString> m_texts;
    QStringList m_shown;
    std::vector<Question> m_questions;
    std::vector<FileQuestion> m_fileQuestions;
};

} // namespace weavemap::ui
