// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/base/Dialogs.h"
#include "ui/chartkit/ChartSpec.h"

class QStackedWidget;
class QTableView;

namespace weavemap::ui {

class Button;
class ChartCanvas;
class TextLabel;
class IconButton;

/// A chart with its title, its table one click away, and a menu that copies and saves. Put it into a Card.
class ChartWidget : public QWidget
{
    Q_OBJECT
public:
    enum class View { chart, table };

    explicit ChartWidget(Dialogs& dialogs, QWidget* parent = nullptr);
    ~ChartWidget() override;

    void setSpec(const ChartSpec& spec);
    const ChartSpec& spec() const { return m_spec; }
    /// Dims what is drawn, or no longer, without drawing it anew: a chart of a hundred thousand people takes seconds.
    /// The table says it above its rows.
    void setComputing(bool computing);
    /// Shown in place of a chart that has nothing to draw: "This chart needs two dates."
    void setEmptySentence(const QString& sentence);
    void setView(View view);
    View view() const;

    void copyPicture() const;
    void copyCsv() const;
    /// Asks where; false where the user left or the file could not be written (which was said).
    bool saveCsv();
    bool savePicture();

    QSize sizeHint() const override { return {480, 340}; }
    /// 200 for what is drawn, the rest for a title of two lines, its subtitle and their spacing.
    QSize minimumSizeHint() const override { return {280, 200 + 70}; }

Q_SIGNALS:
    void viewChanged();
    /// The link of `ChartSpec::offer` was pressed.
    void offerTaken();

protected:
    /// Ctrl+C in the table copies as CSV.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    bool saveFile(const QString& title, const QString& filter, const QString& suffix, const QByteArray& bytes);

    Dialogs& m_dialogs;
    ChartSpec m_spec;
    QString m_emptySentence;
    TextLabel* m_title;
    TextLabel* m_subtitle;
    Button* m_offer;
    IconButton* m_more;
    QStackedWidget* m_stack;
    ChartCanvas* m_canvas;
    QTableView* m_table;
    TextLabel* m_emptyHeading;
    TextLabel* m_empty;
    View m_view = View::chart;
};

} // namespace weavemap::ui
