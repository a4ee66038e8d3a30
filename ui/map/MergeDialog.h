// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include <QDialog>

#include "core/actions/MergePeople.h"
#include "ui/widgets/Place.h"

class QGridLayout;
class QRadioButton;

namespace weavemap::ui {

/// Two records of one person side by side: which of two values is kept where they differ, and what comes along. Nothing
/// is changed before "Merge".
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    MergeDialog(Office& office, const actions::MergePreview& preview, QWidget* parent = nullptr);

    /// What was chosen.
    actions::PeopleMerge merge() const;

Q_SIGNALS:
    void mergeRequested();

private:
    void addRow(QGridLayout& rows, const QString& label, const QString& kept, const QString& gone,
                std::function<void(actions::PeopleMerge&)> take, const QString& object);
    void addFields(QGridLayout& rows, const actions::MergePreview& preview);
    void addAttributes(QGridLayout& rows, const actions::MergePreview& preview);
    QString sentence(const actions::MergePreview& preview) const;

    Office m_office;
    PersonId m_keep;
    PersonId m_gone;
    /// What is taken from the one that goes where this button is on.
    std::vector<std::pair<QRadioButton*, std::function<void(actions::PeopleMerge&)>>> m_taken;
};

} // namespace weavemap::ui
