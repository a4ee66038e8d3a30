// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "core/base/Id.h"
#include "core/exchange/ReadOptions.h"
#include "ui/import/ImportRowsModel.h"
#include "ui/jobs/Jobs.h"
#include "ui/widgets/Place.h"

class QCheckBox;
class QComboBox;
class QStackedWidget;
class QTableView;

namespace weavemap::ui {

class Button;
class ColumnChoice;
class EmptyState;
class SegmentedSwitch;
class TextLabel;
class ThinProgress;

/// Brings lists in: choose files, see row by row what would happen, then store it all as one step. Nothing is stored
/// before, and storing can be stopped; what was left out can be saved as a list.
class ImportPlace : public Place
{
    Q_OBJECT

public:
    explicit ImportPlace(Office& office, QWidget* parent = nullptr);

    /// Begins with these files; with none it asks for them.
    void start(const QStringList& files);
    bool stepBack() override;

Q_SIGNALS:
    void finished();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildPreview();
    QWidget* buildOptions();
    QWidget* buildDoubt();
    QWidget* buildDone();
    void chooseFiles();
    void leave();
    /// Something about the files was chosen otherwise.
    void choose();
    void prepare();
    void present();
    void presentQuestions();
    /// Chooses the row that waits for a word, or what comes next, for the keyboard.
    void presentFocus();
    void presentRow();
    void presentFailure(const Error& error);
    void decide(std::optional<PersonId> same, bool asNew);
    void store();
    void stored(const std::optional<Error>& trouble);
    void showDone();
    void saveLeftOut();
    void showTrouble(const QString& sentence);
    void syncButtons();
    QString label() const;
    exchange::ReadOptions readOptions() const;

    Office m_office;
    JobHandle m_job;
    std::stop_source m_stop; ///< of the import that is being stored
    bool m_storing = false;
    bool m_storable = false; ///< the preview holds something that is not there yet
    bool m_first = true;     ///< the preview of these files has not been seen yet
    bool m_chosen = false;   ///< something about these files, by the user
    int m_decided = -1;      ///< the row of the table that was decided last; the next one follows
    QStringList m_files;
    std::vector<actions::ImportChoices> m_choices; ///< beside m_files
    ImportSources m_sources;
    QStackedWidget* m_pages;
    EmptyState* m_start;
    TextLabel* m_title;
    TextLabel* m_summary;
    TextLabel* m_facts;
    TextLabel* m_trouble;
    QWidget* m_options;
    QComboBox* m_as;
    QComboBox* m_direction;
    QComboBox* m_depth;
    QComboBox* m_encoding;
    std::vector<QWidget*> m_ofTies; ///< what is asked about ties only
    ColumnChoice* m_columns;
    SegmentedSwitch* m_filter;
    QTableView* m_table;
    QWidget* m_room; ///< where the table is not
    ImportRowsModel* m_rows;
    QWidget* m_doubt;
    TextLabel* m_doubtText;
    Button* m_same;
    Button* m_store;
    Button* m_other;
    Button* m_leave;
    ThinProgress* m_progress;
    TextLabel* m_doneText;
    Button* m_seeMap;
    Button* m_saveLeftOut;
};

} // namespace weavemap::ui
