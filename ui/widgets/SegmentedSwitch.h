// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace weavemap::ui {

/// A few choices side by side, one of them chosen: "1 step | 2 steps | 3 steps". One place in the tab order; left and
/// right move the choice.
class SegmentedSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedSwitch(const QStringList& choices, QWidget* parent = nullptr);

    int current() const;
    /// Does not emit `chosen`.
    void setCurrent(int index);
    /// Other words for a choice: "New 4".
    void setWords(int index, const QString& words);

Q_SIGNALS:
    /// The user chose another one.
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup* m_group;
};

} // namespace weavemap::ui
