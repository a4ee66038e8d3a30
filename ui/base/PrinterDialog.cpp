// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/PrinterDialog.h"

#include <QPrintDialog>
#include <QPrinter>

namespace weavemap::ui {

bool choosePrinter(QWidget* parent, QPrinter& printer, int pages)
{
    QPrintDialog dialog(&printer, parent);
    dialog.setObjectName(QStringLiteral("printDialog"));
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, pages > 1);
    if (pages > 1)
        dialog.setMinMax(1, pages);
    return dialog.exec() == QDialog::Accepted;
}

} // namespace weavemap::ui
