// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/base/Dialogs.h"

namespace weavemap::ui {

/// Real boxes: QFileDialog and QMessageBox.
class SystemDialogs final : public Dialogs
{
public:
    std::optional<QString> openFile(QWidget* parent, const FileQuestion& question) override;
    QStringList openFiles(QWidget* parent, const FileQuestion& question) override;
    std::optional<QString> saveFile(QWidget* parent, const FileQuestion& question) override;
    std::optional<QString> chooseFolder(QWidget* parent, const FileQuestion& question) override;
    int ask(QWidget* parent, const Question& question) override;
    std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                   const QString& start) override;
    void tell(QWidget* parent, const QString& title, const QString& sentence, MessageTone tone) override;
};

} // namespace weavemap::ui
