// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/ScriptedDialogs.h"

namespace weavemap::ui {

void ScriptedDialogs::clear()
{
    m_files.clear();
    m_answers.clear();
    m_texts.clear();
    m_shown.clear();
    m_questions.clear();
    m_fileQuestions.clear();
}

QStringList ScriptedDialogs::nextFiles(const FileQuestion& question)
{
    m_shown << question.title;
    m_fileQuestions.push_back(question);
    if (m_files.empty())
        return {};
    const QStringList next = m_files.front();
    m_files.pop_front();
    return next;
}

std::optional<QString> ScriptedDialogs::openFile(QWidget*, const FileQuestion& question)
{
    const QStringList files = nextFiles(question);
    return files.isEmpty() ? std::nullopt : std::optional<QString>(files.front());
}

QStringList ScriptedDialogs::openFiles(QWidget*, const FileQuestion& question) { return nextFiles(question); }

std::optional<QString> ScriptedDialogs::saveFile(QWidget* parent, const FileQuestion& question)
{
    return openFile(parent, question);
}

std::optional<QString> ScriptedDialogs::chooseFolder(QWidget* parent, const FileQuestion& question)
{
    return openFile(parent, question);
}

int ScriptedDialogs::ask(QWidget*, const Question& question)
{
    m_questions.push_back(question);
    m_shown << QStringLiteral("%1: %2").arg(question.title, question.sentence);
    if (!m_answers.empty()) {
        const int answer = m_answers.front();
        m_answers.pop_front();
        return answer;
    }
    for (std::size_t i = 0; i < question.answers.size(); ++i) {
        if (question.answers[i].role == AnswerRole::cancel)
            return static_cast<int>(i);
    }
    return -1;
}

std::optional<QString> ScriptedDialogs::askText(QWidget*, const QString& title, const QString& label, const QString&)
{
    m_shown << QStringLiteral("%1: %2").arg(title, label);
    if (m_texts.empty())
        return std::nullopt;
    const QString text = m_texts.front();
    m_texts.pop_front();
    return text;
}

void ScriptedDialogs::tell(QWidget*, const QString& title, const QString& sentence, MessageTone)
{
    m_shown << QStringLiteral("%1: %2").arg(title, sentence);
}

} // namespace weavemap::ui
