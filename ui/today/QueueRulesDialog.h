// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include <QDialog>

#include "core/weaving/CallQueue.h"

class QGridLayout;
class QSpinBox;

namespace weavemap::ui {

/// What the call queue weighs: points for each reason, and how often whom to call. Hands the rules on to be stored in
/// the file.
class QueueRulesDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Access { readOnly, readWrite };

    QueueRulesDialog(const weaving::QueueRules& rules, Access access, QWidget* parent = nullptr);

    weaving::QueueRules rules() const;

Q_SIGNALS:
    void stored(const weavemap::weaving::QueueRules& rules);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void setRules(const weaving::QueueRules& rules);
    QSpinBox* addLine(QGridLayout* grid, const QString& text, const QString& object, int least, int most);

    std::array<QSpinBox*, weaving::kCallReasons> m_points{};
    std::array<QSpinBox*, weaving::kLevels> m_cadence{};
    QSpinBox* m_rest = nullptr;
};

} // namespace weavemap::ui
