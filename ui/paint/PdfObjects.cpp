// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PdfObjects.h"

#include <charconv>
#include <cmath>

#include <QPainterPath>
#include <QPointF>

namespace weavemap::ui {

namespace {

constexpr int kCompression = 6;
constexpr double kLargestNumber = 1e6;

void appendPoint(QByteArray& out, QPointF at)
{
    PdfObjects::append(out, at.x());
    PdfObjects::append(out, at.y());
}

} // namespace

int PdfObjects::reserve()
{
    m_bodies.emplace_back();
    return static_cast<int>(m_bodies.size());
}

int PdfObjects::add(const QByteArray& body)
{
    const int number = reserve();
    put(number, body);
    return number;
}

int PdfObjects::addStream(const QByteArray& data, const QByteArray& entries)
{
    const QByteArray packed = qCompress(data, kCompression).mid(4); // without Qt's own length before it
    return add("<< /Length " + QByteArray::number(packed.size()) + " /Filter /FlateDecode " + entries +
               " >>\nstream\n" + packed + "\nendstream");
}

QByteArray PdfObjects::file(int catalog, int info) const
{
    QByteArray out = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::vector<qsizetype> places;
    places.reserve(m_bodies.size());
    int next = 1;
    for (const QByteArray& body : m_bodies) {
        places.push_back(out.size());
        out += QByteArray::number(next++) + " 0 obj\n" + body + "\nendobj\n";
    }
    const qsizetype table = out.size();
    const QByteArray count = QByteArray::number(next);
    out += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        out += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    out += "trailer\n<< /Size " + count + " /Root " + reference(catalog) + " /Info " + reference(info) +
           " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return out;
}

void PdfObjects::append(QByteArray& out, double value)
{
    const double limited = std::isfinite(value) ? std::fmin(std::fmax(value, -kLargestNumber), kLargestNumber) : 0;
    long long hundredths = std::llround(limited * 100);
    if (hundredths < 0) {
        out += '-';
        hundredths = -hundredths;
    }
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, hundredths / 100).ptr;
    const auto rest = static_cast<int>(hundredths % 100);
    if (hundredths >= 100 || rest == 0)
        out.append(digits, end - digits);
    if (rest != 0) {
        out += '.';
        out += static_cast<char>('0' + rest / 10);
        if (rest % 10 != 0)
            out += static_cast<char>('0' + rest % 10);
    }
    out += ' ';
}

QByteArray PdfObjects::number(double value)
{
    QByteArray out;
    append(out, value);
    return out;
}

QByteArray PdfObjects::words(const QString& text)
{
    QByteArray out = "<FEFF";
    for (const QChar letter : text)
        out += QByteArray::number(letter.unicode(), 16).rightJustified(4, '0').toUpper();
    return out + '>';
}

QByteArray PdfObjects::path(const QPainterPath& path)
{
    QByteArray out;
    QPointF start, last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        switch (element.type) {
        case QPainterPath::MoveToElement:
            if (i > 0 && last == start)
                out += "h\n";
            start = element;
            appendPoint(out, element);
            out += "m\n";
            break;
        case QPainterPath::LineToElement:
            appendPoint(out, element);
            out += "l\n";
            break;
        case QPainterPath::CurveToElement:
            appendPoint(out, element);
            appendPoint(out, path.elementAt(i + 1));
            appendPoint(out, path.elementAt(i + 2));
            out += "c\n";
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break;
        }
        last = path.elementAt(i);
    }
    if (path.elementCount() > 1 && last == start)
        out += "h\n";
    return out;
}

} // namespace weavemap::ui
