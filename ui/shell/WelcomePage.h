// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace weavemap::ui {

class TextLabel;

/// What a first start shows: whose network is it; the sample, a spreadsheet, or an empty one; and files opened lately.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// Files opened lately, the newest first; those that are gone stand muted.
    void setRecent(const QStringList& paths);
    /// A sentence under the buttons about what went wrong with a file; empty for none.
    void setTrouble(const QString& sentence);

Q_SIGNALS:
    void sampleRequested();
    void spreadsheetRequested();
    void emptyRequested();
    void openRequested();
    void recentRequested(const QString& path);

private:
    QVBoxLayout* m_recent;
    TextLabel* m_recentHead;
    TextLabel* m_trouble;
};

} // namespace weavemap::ui
