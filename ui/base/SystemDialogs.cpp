// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/SystemDialogs.h"

#include <algorithm>

#include <QAbstractButton>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLayout>
#include <QMessageBox>
#include <QPalette>
#include <QPushButton>

#include "ui/base/Icons.h"
#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

void prepare(QFileDialog& dialog, const FileQuestion& question, QFileDialog::AcceptMode accept,
             QFileDialog::FileMode mode)
{
    dialog.setObjectName(QStringLiteral("fileDialog"));
    dialog.setWindowTitle(question.title);
    dialog.setAcceptMode(accept);
    dialog.setFileMode(mode);
    if (!question.filters.isEmpty())
        dialog.setNameFilters(question.filters);
    if (!question.suffix.isEmpty())
        dialog.setDefaultSuffix(question.suffix);
    const QFileInfo start(question.start);
    if (start.isDir())
        dialog.setDirectory(start.absoluteFilePath());
    else if (!question.start.isEmpty())
        dialog.selectFile(question.start);
}

QStringList chosen(QFileDialog& dialog)
{
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles() : QStringList();
}

std::optional<QString> first(const QStringList& files)
{
    return files.isEmpty() ? std::nullopt : std::optional<QString>(files.front());
}

QMessageBox::ButtonRole boxRole(AnswerRole role)
{
    switch (role) {
    case AnswerRole::primary:
        return QMessageBox::AcceptRole;
    case AnswerRole::normal:
        return QMessageBox::ActionRole;
    case AnswerRole::destructive:
        return QMessageBox::DestructiveRole;
    case AnswerRole::cancel:
        return QMessageBox::RejectRole;
    }
    return QMessageBox::ActionRole;
}

/// The box as the program looks: the question bold, the sentence in lines of a readable length, our own icon. A
/// sentence is plain text, whatever stands in it, but for one of our own that begins as rich text does.
void dress(QMessageBox& box, const QString& title, const QString& sentence, MessageTone tone)
{
    constexpr int kLine = 360, kTable = 640, kIcon = 32;
    const bool isRich = sentence.startsWith(QLatin1String("<qt>"));
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(title);
    box.setInformativeText(sentence);
    if (tone != MessageTone::information)
        box.setIconPixmap(
            iconPixmap(QStringLiteral("warning"),
                       currentTheme().color(tone == MessageTone::error ? ColorRole::danger : ColorRole::warning), kIcon,
                       box.devicePixelRatioF()));
    if (auto* const label = box.findChild<QLabel*>(QStringLiteral("qt_msgbox_label")))
        label->setFont(font(TextStyle::section));
    if (auto* const label = box.findChild<QLabel*>(QStringLiteral("qt_msgbox_informativelabel"))) {
        label->setTextFormat(isRich ? Qt::RichText : Qt::PlainText);
        label->setMinimumWidth(isRich ? kTable : kLine);
    }
    // Without an icon the box leaves its column empty.
    if (QLayout* const layout = box.layout())
        layout->setContentsMargins(tone == MessageTone::information ? 1 : space::k24, space::k20, space::k24,
                                   space::k20);
}

} // namespace

std::optional<QString> SystemDialogs::openFile(QWidget* parent, const FileQuestion& question)
{
    QFileDialog dialog(parent);
    prepare(dialog, question, QFileDialog::AcceptOpen, QFileDialog::ExistingFile);
    return first(chosen(dialog));
}

QStringList SystemDialogs::openFiles(QWidget* parent, const FileQuestion& question)
{
    QFileDialog dialog(parent);
    prepare(dialog, question, QFileDialog::AcceptOpen, QFileDialog::ExistingFiles);
    return chosen(dialog);
}

std::optional<QString> SystemDialogs::saveFile(QWidget* parent, const FileQuestion& question)
{
    QFileDialog dialog(parent);
    prepare(dialog, question, QFileDialog::AcceptSave, QFileDialog::AnyFile);
    dialog.setOption(QFileDialog::DontConfirmOverwrite, !question.mayReplace);
    return first(chosen(dialog));
}

std::optional<QString> SystemDialogs::chooseFolder(QWidget* parent, const FileQuestion& question)
{
    QFileDialog dialog(parent);
    prepare(dialog, question, QFileDialog::AcceptOpen, QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly);
    return first(chosen(dialog));
}

int SystemDialogs::ask(QWidget* parent, const Question& question)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("questionBox"));
    dress(box, question.title, question.sentence, MessageTone::information);
    std::vector<QAbstractButton*> buttons;
    int cancelling = -1;
    const bool hasPrimary = std::any_of(question.answers.begin(), question.answers.end(),
                                        [](const Answer& answer) { return answer.role == AnswerRole::primary; });
    for (const Answer& answer : question.answers) {
        QPushButton* const button = box.addButton(answer.verb, boxRole(answer.role));
        if (answer.role == AnswerRole::primary)
            box.setDefaultButton(button);
        if (answer.role == AnswerRole::cancel) {
            box.setEscapeButton(button);
            // Enter never does what cannot be undone.
            if (!hasPrimary)
                box.setDefaultButton(button);
            cancelling = static_cast<int>(buttons.size());
        }
        if (answer.role == AnswerRole::destructive) {
            QPalette own = button->palette();
            own.setColor(QPalette::ButtonText, currentTheme().color(ColorRole::danger));
            button->setPalette(own);
        }
        buttons.push_back(button);
    }
    box.exec();
    const auto clicked = std::find(buttons.begin(), buttons.end(), box.clickedButton());
    return clicked == buttons.end() ? cancelling : static_cast<int>(clicked - buttons.begin());
}

std::optional<QString> SystemDialogs::askText(QWidget* parent, const QString& title, const QString& label,
                                              const QString& start)
{
    QInputDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("textDialog"));
    dialog.setWindowTitle(title);
    dialog.setLabelText(label);
    dialog.setTextValue(start);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.textValue();
}

void SystemDialogs::tell(QWidget* parent, const QString& title, const QString& sentence, MessageTone tone)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("messageBox"));
    dress(box, title, sentence, tone);
    box.addButton(QMessageBox::Close);
    box.exec();
}

} // namespace weavemap::ui
