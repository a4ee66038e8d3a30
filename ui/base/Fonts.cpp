// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Fonts.h"

#include <mutex>

#include <QFontDatabase>
#include <QGuiApplication>

#include "ui/base/Type.h"

// The macro names a global function, so it cannot stand in a namespace.
static void initResourceFiles()
{
    Q_INIT_RESOURCE(weavemap);
    Q_INIT_RESOURCE(weavemap_fonts);
    Q_INIT_RESOURCE(weavemap_translations);
}

namespace weavemap::ui {

void loadResources()
{
    static std::once_flag once;
    std::call_once(once, initResourceFiles);
}

bool loadFonts()
{
    loadResources();
    static const bool loaded = [] {
        const int regular = QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/NotoSans-Regular.ttf"));
        const int bold = QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/NotoSans-Bold.ttf"));
        return regular >= 0 && bold >= 0;
    }();
    if (loaded)
        QGuiApplication::setFont(font(TextStyle::base));
    return loaded;
}

QString fontFamily() { return QStringLiteral("Noto Sans"); }

} // namespace weavemap::ui
