// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Translations.h"

#include <QCoreApplication>
#include <QTranslator>

#include "ui/base/Fonts.h"

namespace weavemap::ui {

bool installTranslations()
{
    loadResources();
    static QTranslator* const plurals = [] {
        auto* translator = new QTranslator(QCoreApplication::instance());
        return translator->load(QStringLiteral(":/translations/weavemap_en.qm")) ? translator : nullptr;
    }();
    return plurals != nullptr && QCoreApplication::installTranslator(plurals);
}

} // namespace weavemap::ui
