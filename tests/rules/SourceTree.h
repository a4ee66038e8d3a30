// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// A source file of the project: its path from the root with forward slashes, and its lines.
struct SourceFile
{
    QString path;
    QStringList lines;

    /// `core/sna` for `core/sna/Density.h`; two folders deep.
    QString folder() const;
    /// The repository paths it includes with quotes, in order.
    QStringList quotedIncludes() const;
    /// What it includes with angle brackets, in order.
    QStringList angleIncludes() const;
    /// The lines without comments and string literals, so that words in them do not count.
    QStringList codeLines() const;
};

/// Every file below `folders` of the source tree that ends in one of `suffixes`.
QList<SourceFile> sourceFiles(const QStringList& folders, const QStringList& suffixes);
