// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QByteArray>
#include <QString>

class QPainterPath;

namespace weavemap::ui {

/// The numbered objects that a PDF file is made of (ISO 32000-1).
class PdfObjects
{
public:
    /// A number for an object that is written later.
    int reserve();
    int add(const QByteArray& body);
    void put(int number, const QByteArray& body) { m_bodies[static_cast<std::size_t>(number) - 1] = body; }
    /// A compressed stream; `entries` go into its dictionary.
    int addStream(const QByteArray& data, const QByteArray& entries = {});
    /// The whole file.
    QByteArray file(int catalog, int info) const;

    static QByteArray reference(int number) { return QByteArray::number(number) + " 0 R"; }
    /// With two decimals at most, and a space after it.
    static QByteArray number(double value);
    static void append(QByteArray& out, double value);
    /// Words for people to read, in Unicode.
    static QByteArray words(const QString& text);
    /// A path's moves, lines and curves, closed where it is.
    static QByteArray path(const QPainterPath& path);

private:
    std::vector<QByteArray> m_bodies;
};

} // namespace weavemap::ui
