// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QDialog>
#include <QTimer>

#include "ui/jobs/Jobs.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPage.h"
#include "ui/widgets/Place.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPrinter;
class QProgressBar;
class QVBoxLayout;

namespace weavemap::ui {

class Button;
class MarginsChoice;
class PagePreview;
class SegmentedSwitch;
class TextLabel;

/// Takes the map out of the office, as a file or on paper: choices at the left, the page as it will be at the right,
/// with the sheets of a poster. By default names are initials and discs are of one size. Choices are remembered; an
/// older file stays whole when a new one cannot be written.
class MapExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `page` brings the texts; the choices come from the settings.
    MapExportDialog(Office& office, MapInput input, MapPage page, QWidget* parent = nullptr);
    ~MapExportDialog() override;

    /// As large as designed, or as `room` allows: the preview shrinks, the choices scroll.
    void fitInto(const QSize& room);

    /// The page as the choices are now.
    MapPage page() const;

    /// Chooses a printer and what to print of so many pages; false: none.
    using PrinterChoice = std::function<bool(QWidget* parent, QPrinter& printer, int pages)>;
    /// Asks this instead of the system's box.
    void setPrinterChoice(PrinterChoice choice) { m_choosePrinter = std::move(choice); }

Q_SIGNALS:
    /// A sentence for the window's foot, once a file is written or a page sent to the printer.
    /// `path`: of the file; empty where the map went to a printer.
    void saved(const QString& sentence, const QString& path);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* buildOptions();
    QWidget* buildFoot();
    void addPaperChoices(QVBoxLayout* column);
    QComboBox* addCombo(QVBoxLayout* column, const QString& object, const QString& label,
                        const std::vector<std::pair<QString, QString>>& choices);
    void load();
    void remember();
    void syncChoices();
    bool isPicture() const;
    bool hasGroundChoice() const;
    int dpi() const;
    void refreshPreview();
    void renderPreview();
    void save();
    void write(const QString& path);
    void print();
    /// After a job: its sentence and the end of the dialog, or what was in the way.
    void finish(const Result<bool>& done, const QString& sentence, const QString& path = {});
    void setWriting(bool writing);

    Office m_office;
    MapInput m_input;
    MapPage m_page;
    QTimer m_wait;
    JobHandle m_previewJob;
    JobHandle m_writeJob;
    QComboBox* m_format = nullptr;
    QComboBox* m_paper = nullptr;
    SegmentedSwitch* m_turn = nullptr;
    MarginsChoice* m_margins = nullptr;
    QComboBox* m_across = nullptr;
    QComboBox* m_down = nullptr;
    QComboBox* m_dpi = nullptr;
    QCheckBox* m_ground = nullptr;
    QLineEdit* m_title = nullptr;
    QLineEdit* m_subtitle = nullptr;
    TextLabel* m_sizeSentence = nullptr;
    QCheckBox* m_legend = nullptr;
    QComboBox* m_names = nullptr;
    SegmentedSwitch* m_view = nullptr;
    TextLabel* m_viewSentence = nullptr;
    TextLabel* m_error = nullptr;
    QProgressBar* m_progress = nullptr;
    Button* m_save = nullptr;
    Button* m_print = nullptr;
    PrinterChoice m_choosePrinter;
    Button* m_cancel = nullptr;
    QWidget* m_options = nullptr;
    PagePreview* m_preview = nullptr;
};

} // namespace weavemap::ui
