// SPDX-License-Identifier: GPL-3.0-or-later
#include "ExportScenes.h"

#include <QComboBox>
#include <QSpinBox>

#include "SceneSteps.h"
#include "ui/map/MapExportDialog.h"
#include "ui/map/PagePreview.h"
#include "ui/shell/Places.h"

namespace weavemap::gallery {

void walkExport(uitest::WindowBox& box, const Take& take)
{
    if (box.window().places().front() != nullptr)
        box.window().places().front()->exportHere();
    auto* dialog = box.visible<ui::MapExportDialog>("mapExportDialog");
    if (dialog == nullptr)
        return;
    dialog->fitInto(QSize(1280, 800)); // as on a screen that has room
    settled(box);
    auto* preview = dialog->findChild<ui::PagePreview*>();
    uitest::waitUntil([preview] { return !preview->image().isNull(); });
    take(QStringLiteral("16-map-export"), *dialog);
    for (const char* sheets : {"exportAcross", "exportDown"})
        dialog->findChild<QComboBox*>(QString::fromLatin1(sheets))->setCurrentIndex(1);
    uitest::waitUntil([preview] { return preview->sheets().size() == 4; });
    take(QStringLiteral("16-map-export-poster"), *dialog);
    const qint64 before = preview->image().cacheKey();
    auto* margins = dialog->findChild<QComboBox*>(QStringLiteral("exportMargins"));
    margins->setCurrentIndex(margins->count() - 1);
    dialog->findChild<QSpinBox*>(QStringLiteral("exportMillimetres"))->setValue(40);
    uitest::waitUntil([preview, before] { return preview->image().cacheKey() != before; });
    take(QStringLiteral("16-map-export-margins"), *dialog);
    dialog->reject();
}

} // namespace weavemap::gallery
