// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "ui/charts/NetworkFacts.h"
#include "ui/widgets/Card.h"

class QGridLayout;

namespace weavemap::ui {

/// The figures of the network as a list: the number in front, its sentence, and what to bear in mind.
class FactsCard : public Card
{
    Q_OBJECT

public:
    explicit FactsCard(QWidget* parent = nullptr);

    void setFacts(const std::vector<NetworkFact>& facts);
    /// As high as the figures are at the width it has.
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* m_rows;
    QGridLayout* m_grid;
};

} // namespace weavemap::ui
