// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/NoteHelp.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFile>
#include <QScreen>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextTable>
#include <QVBoxLayout>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

constexpr QSize kSize{760, 720};
constexpr double kMargin = space::k32;

struct T
{
    Q_DECLARE_TR_FUNCTIONS(NoteHelp)
};

/// Tables with hairlines and room, as everywhere in the program.
void layOut(QTextDocument& document)
{
    const Theme& theme = currentTheme();
    document.setDocumentMargin(kMargin);
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(theme.color(ColorRole::border));
        format.setCellPadding(space::k8);
        format.setTopMargin(space::k8);
        format.setBottomMargin(space::k12);
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
}

} // namespace

void showNoteHelp(QWidget* parent)
{
    QWidget* window = parent->window();
    if (auto* open = window->findChild<QDialog*>(QStringLiteral("noteHelp"))) {
        open->raise();
        open->activateWindow();
        return;
    }
    auto* dialog = new QDialog(window);
    dialog->setObjectName(QStringLiteral("noteHelp"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(T::tr("How to write a note"));
    auto* page = new QTextBrowser;
    page->setObjectName(QStringLiteral("noteHelpText"));
    page->setFrameShape(QFrame::NoFrame);
    page->setFont(ui::font(TextStyle::base));
    page->setOpenLinks(false);
    // The page is text of ours that is compiled in.
    QFile file(QStringLiteral(":/help/notes.md"));
    if (file.open(QIODevice::ReadOnly))
        page->setMarkdown(QString::fromUtf8(file.readAll()));
    layOut(*page->document());
    page->moveCursor(QTextCursor::Start);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    dialog->resize(kSize.boundedTo(window->screen()->availableSize()));
    dialog->show();
}

} // namespace weavemap::ui
