// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QShowEvent;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class LinkLabel;
class TextLabel;

/// What stands while no file is open: networks opened lately, and below them the sample, a spreadsheet, or an empty
/// one. The first choice has the focus: the latest network, on a first start the sample.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// Networks opened lately, the newest first. The newest that is there becomes the first choice; those that are gone
    /// stand muted.
    void setRecent(const QStringList& paths);
    /// A sentence under the buttons about what went wrong with a file; empty for none.
    void setTrouble(const QString& sentence);

Q_SIGNALS:
    void sampleRequested();
    void spreadsheetRequested();
    void emptyRequested();
    void openRequested();
    void recentRequested(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QVBoxLayout* m_recent;
    TextLabel* m_recentHead;
    TextLabel* m_trouble;
    Button* m_sample;
    LinkLabel* m_open;
    QWidget* m_first; ///< has the focus when the page comes
};

} // namespace weavemap::ui
