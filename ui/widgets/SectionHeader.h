// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace weavemap::ui {

class TextLabel;

/// A bold heading, a muted remark beside it, and room for one quiet action at the right.
class SectionHeader : public QWidget
{
    Q_OBJECT
public:
    enum class Level { section, page };

    explicit SectionHeader(const QString& title, const QString& remark = {}, Level level = Level::section,
                           QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setRemark(const QString& remark);
    /// Puts `widget` at the right end; it becomes a child.
    void addAtEnd(QWidget* widget);

private:
    QHBoxLayout* m_row;
    TextLabel* m_title;
    TextLabel* m_remark;
};

} // namespace weavemap::ui
