// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include <algorithm>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace {

QStringList includesOf(const QStringList& lines, const QString& pattern)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const QString& line : lines) {
        const auto match = expression.match(line);
        if (match.hasMatch())
            found.append(match.captured(1));
    }
    return found;
}

} // namespace

QString SourceFile::folder() const { return path.section(QLatin1Char('/'), 0, 1); }

QStringList SourceFile::quotedIncludes() const
{
    return includesOf(lines, QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
}

QStringList SourceFile::angleIncludes() const
{
    return includesOf(lines, QStringLiteral("^\\s*#\\s*include\\s+<([^>]+)>"));
}

QStringList SourceFile::codeLines() const
{
    static const QRegularExpression strings(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""));
    static const QRegularExpression comments(QStringLiteral("//.*$|/\\*.*?\\*/"));
    QStringList code;
    for (QString line : lines) {
        line.replace(strings, QStringLiteral("\"\""));
        line.remove(comments);
        code.append(line);
    }
    return code;
}

QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& suffixes)
{
    const QDir root(QStringLiteral(WEAVEMAP_SOURCE_DIR));
    QList<SourceFile> files;
    for (const QString& folder : folders) {
        QDirIterator walk(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            if (std::none_of(suffixes.begin(), suffixes.end(), [&](const QString& s) { return path.endsWith(s); }))
                continue;
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                files.append({root.relativeFilePath(path), QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}
