// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
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
class EmptyState;
class SegmentedSwitch;
class TextLabel;
class ThinProgress;

/// Brings lists in: choose files, see row by row what would happen, then store it all as one step. Nothing is stored
/// before; what was left out can be saved as a list.
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
    void prepare();
    void present();
    void presentRow();
    void decide(std::optional<PersonId> same, bool asNew);
    void store();
    void showDone();
    void saveLeftOut();
    void showTrouble(const QString& sentence);
    QString label() const;
    exchange::ReadOptions readOptions() const;

    Office m_office;
    JobHandle m_job;
    IdMint m_ids;
    QStringList m_files;
    std::vector<actions::ImportChoices> m_choices; ///< beside m_files
    ImportSources m_sources;
    QStackedWidget* m_pages;
    EmptyState* m_start;
    TextLabel* m_title;
    TextLabel* m_summary;
    TextLabel* m_facts;
    TextLabel* m_trouble;
    QComboBox* m_as;
    QComboBox* m_direction;
    QComboBox* m_depth;
    QComboBox* m_encoding;
    SegmentedSwitch* m_filter;
    QTableView* m_table;
    ImportRowsModel* m_rows;
    QWidget* m_doubt;
    TextLabel* m_doubtText;
    Button* m_store;
    ThinProgress* m_progress;
    TextLabel* m_doneText;
    Button* m_saveLeftOut;
};

} // namespace weavemap::ui
