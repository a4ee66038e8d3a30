// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Words.h"

#include <algorithm>
#include <limits>

#include <QCoreApplication>

#include "ui/base/Convert.h"

namespace weavemap::cli {

QString text(const char* english) { return QCoreApplication::translate("Terminal", english); }

QString counted(const char* one, const char* many, std::size_t n)
{
    const int number = static_cast<int>(std::min<std::size_t>(n, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("Terminal", number == 1 ? one : many, nullptr, number);
}

QString shown(std::string_view bytes)
{
    QString words = ui::toQString(bytes);
    for (QChar& c : words)
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QLatin1Char(' ');
    return words;
}

QString inQuotes(std::string_view bytes) { return QStringLiteral("\u201C%1\u201D").arg(shown(bytes)); }

} // namespace weavemap::cli
