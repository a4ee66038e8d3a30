// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/TrueTypeSubset.h"

#include <algorithm>
#include <utility>

#include <QRawFont>
#include <QtEndian>

namespace weavemap::ui {

namespace {

// OpenType specification 1.9, https://learn.microsoft.com/typography/opentype/spec/: tables head, hhea, maxp, glyf.
constexpr int kHeadSize = 54, kHheaSize = 36, kMaxpSize = 32;
constexpr std::size_t kMostGlyphs = 4'000;
enum ComponentFlag : std::uint16_t {
    wordArguments = 0x0001,
    hasScale = 0x0008,
    moreComponents = 0x0020,
    hasTwoScales = 0x0040,
    hasTwoByTwo = 0x0080,
    hasInstructions = 0x0100
};

std::uint16_t u16(const QByteArray& bytes, qsizetype at)
{
    return at >= 0 && at + 2 <= bytes.size() ? qFromBigEndian<std::uint16_t>(bytes.constData() + at) : 0;
}
std::uint32_t u32(const QByteArray& bytes, qsizetype at)
{
    return at >= 0 && at + 4 <= bytes.size() ? qFromBigEndian<std::uint32_t>(bytes.constData() + at) : 0;
}
void put16(QByteArray& bytes, std::uint32_t value)
{
    bytes.append(static_cast<char>(value >> 8 & 0xFFU));
    bytes.append(static_cast<char>(value & 0xFFU));
}
void put32(QByteArray& bytes, std::uint32_t value)
{
    put16(bytes, value >> 16);
    put16(bytes, value & 0xFFFFU);
}
void set16(QByteArray& bytes, qsizetype at, std::uint32_t value)
{
    bytes[at] = static_cast<char>(value >> 8 & 0xFFU);
    bytes[at + 1] = static_cast<char>(value & 0xFFU);
}

/// Takes the instructions out of a simple glyph. False where its parts do not fit into it.
bool stripSimple(QByteArray& glyph, int contours)
{
    const qsizetype at = 10 + 2 * contours;
    if (at + 2 > glyph.size())
        return false;
    const qsizetype length = u16(glyph, at);
    if (at + 2 + length > glyph.size())
        return false;
    glyph.remove(at + 2, length);
    set16(glyph, at, 0);
    return true;
}

/// The glyphs of a program, each once, and those that they are put together from.
class Glyphs
{
public:
    Glyphs(const TrueTypeFont& font, const std::vector<std::uint32_t>& glyphs) : m_font(font), m_sources(glyphs) {}

    void build()
    {
        for (std::size_t i = 0; i < m_sources.size(); ++i) { // grows: components come after
            QByteArray glyph = m_font.outline(m_sources[i]);
            if (glyph.size() >= 10) {
                const auto contours = static_cast<std::int16_t>(u16(glyph, 0));
                if (!(contours < 0 ? takeComponents(glyph) : stripSimple(glyph, contours)))
                    glyph.clear(); // the font contradicts itself: no outline rather than a broken file
            }
            while (glyph.size() % 4 != 0)
                glyph.append('\0');
            put32(m_loca, static_cast<std::uint32_t>(m_glyf.size()));
            m_glyf += glyph;
            put16(m_hmtx, static_cast<std::uint32_t>(m_font.advance(m_sources[i])));
            put16(m_hmtx, glyph.size() >= 10 ? u16(glyph, 2) : 0); // left bearing: where the outline begins
        }
        put32(m_loca, static_cast<std::uint32_t>(m_glyf.size()));
    }

    std::uint32_t count() const { return static_cast<std::uint32_t>(m_sources.size()); }
    const QByteArray& glyf() const { return m_glyf; }
    const QByteArray& loca() const { return m_loca; }
    const QByteArray& hmtx() const { return m_hmtx; }

private:
    bool takeComponents(QByteArray& glyph)
    {
        qsizetype at = 10;
        for (;;) {
            if (at + 4 > glyph.size())
                return false;
            const std::uint32_t flags = u16(glyph, at);
            const std::uint32_t part = u16(glyph, at + 2);
            auto found = std::find(m_parts.begin(), m_parts.end(), part);
            if (found == m_parts.end()) {
                if (m_sources.size() >= kMostGlyphs)
                    return false;
                m_parts.push_back(part);
                m_places.push_back(count());
                m_sources.push_back(part);
                found = m_parts.end() - 1;
            }
            set16(glyph, at, flags & ~static_cast<std::uint32_t>(hasInstructions));
            set16(glyph, at + 2, m_places[static_cast<std::size_t>(found - m_parts.begin())]);
            at += 4 + ((flags & wordArguments) != 0 ? 4 : 2);
            at += (flags & hasScale) != 0 ? 2 : (flags & hasTwoScales) != 0 ? 4 : (flags & hasTwoByTwo) != 0 ? 8 : 0;
            if ((flags & moreComponents) == 0)
                break;
        }
        if (at > glyph.size())
            return false;
        glyph.truncate(at);
        return true;
    }

    const TrueTypeFont& m_font;
    std::vector<std::uint32_t> m_sources;
    std::vector<std::uint32_t> m_parts, m_places; ///< glyphs that others are put together from, and where they went
    QByteArray m_glyf, m_loca, m_hmtx;
};

/// Characters to glyphs: format 12, runs of one.
QByteArray characterTable(const std::map<char32_t, std::uint32_t>& letters)
{
    QByteArray table;
    put16(table, 0);
    put16(table, 1);
    put16(table, 3); // Windows, all of Unicode
    put16(table, 10);
    put32(table, 12);
    put16(table, 12);
    put16(table, 0);
    put32(table, static_cast<std::uint32_t>(16 + 12 * letters.size()));
    put32(table, 0);
    put32(table, static_cast<std::uint32_t>(letters.size()));
    for (const auto& [letter, glyph] : letters) {
        put32(table, letter);
        put32(table, letter);
        put32(table, glyph);
    }
    return table;
}

/// What readers of fonts ask for besides outlines; no names of anybody.
QByteArray windowsTable(const TrueTypeFont& font, const std::map<char32_t, std::uint32_t>& letters)
{
    QByteArray table(96, '\0'); // version 4
    set16(table, 0, 4);
    set16(table, 2, static_cast<std::uint32_t>(font.unitsPerEm / 2));
    set16(table, 4, 400);
    set16(table, 6, 5);
    set16(table, 62, 0x0040); // regular
    set16(table, 64, std::min<std::uint32_t>(letters.begin()->first, 0xFFFF));
    set16(table, 66, std::min<std::uint32_t>(letters.rbegin()->first, 0xFFFF));
    set16(table, 68, u16(font.hhea, 4));
    set16(table, 70, u16(font.hhea, 6));
    set16(table, 74, u16(font.hhea, 4));
    set16(table, 76, static_cast<std::uint32_t>(-static_cast<std::int16_t>(u16(font.hhea, 6))));
    return table;
}

QByteArray nameTable()
{
    const QByteArray words("\0M\0a\0p", 6); // UTF-16: the name of a font of this file alone
    QByteArray table;
    put16(table, 0);
    put16(table, 4);
    put16(table, 6 + 4 * 12);
    for (const std::uint32_t id : {1U, 2U, 4U, 6U}) {
        put16(table, 3);
        put16(table, 1);
        put16(table, 0x409);
        put16(table, id);
        put16(table, static_cast<std::uint32_t>(words.size()));
        put16(table, 0);
    }
    return table + words;
}

std::uint32_t checksum(const QByteArray& table)
{
    std::uint32_t sum = 0;
    for (qsizetype at = 0; at < table.size(); at += 4)
        for (qsizetype k = 0; k < 4; ++k)
            sum += at + k < table.size()
                       ? static_cast<std::uint32_t>(static_cast<unsigned char>(table[at + k])) << (24 - 8 * k)
                       : 0;
    return sum;
}

QByteArray fileOf(const std::map<QByteArray, QByteArray>& tables)
{
    QByteArray out, body;
    std::uint32_t power = 1, log = 0;
    while (power * 2 <= tables.size()) {
        power *= 2;
        ++log;
    }
    const auto count = static_cast<std::uint32_t>(tables.size());
    put32(out, 0x00010000);
    put16(out, count);
    put16(out, power * 16);
    put16(out, log);
    put16(out, count * 16 - power * 16);
    std::uint32_t offset = 12 + 16 * count;
    for (const auto& [tag, table] : tables) {
        out += tag;
        put32(out, checksum(table));
        put32(out, offset + static_cast<std::uint32_t>(body.size()));
        put32(out, static_cast<std::uint32_t>(table.size()));
        body += table;
        while (body.size() % 4 != 0)
            body.append('\0');
    }
    return out + body;
}

} // namespace

std::optional<TrueTypeFont> TrueTypeFont::read(const QRawFont& font)
{
    TrueTypeFont out;
    if (!font.fontTable("fvar").isEmpty())
        return std::nullopt;
    out.head = font.fontTable("head");
    out.hhea = font.fontTable("hhea");
    out.maxp = font.fontTable("maxp");
    out.hmtx = font.fontTable("hmtx");
    out.loca = font.fontTable("loca");
    out.glyf = font.fontTable("glyf");
    if (out.head.size() < kHeadSize || out.hhea.size() < kHheaSize || out.maxp.size() < kMaxpSize ||
        out.loca.isEmpty() || out.glyf.isEmpty() || out.hmtx.isEmpty())
        return std::nullopt;
    out.unitsPerEm = u16(out.head, 18);
    out.longMetrics = u16(out.hhea, 34);
    out.hasLongOffsets = u16(out.head, 50) != 0;
    if (out.unitsPerEm < 16 || out.longMetrics < 1)
        return std::nullopt;
    return out;
}

int TrueTypeFont::advance(std::uint32_t glyph) const
{
    return u16(hmtx,
               4 * static_cast<qsizetype>(std::min<std::uint32_t>(glyph, static_cast<std::uint32_t>(longMetrics) - 1)));
}

QByteArray TrueTypeFont::outline(std::uint32_t glyph) const
{
    const auto index = static_cast<qsizetype>(glyph);
    const qsizetype begin = hasLongOffsets ? u32(loca, 4 * index) : 2 * static_cast<qsizetype>(u16(loca, 2 * index));
    const qsizetype end =
        hasLongOffsets ? u32(loca, 4 * index + 4) : 2 * static_cast<qsizetype>(u16(loca, 2 * index + 2));
    return begin < end && end <= glyf.size() ? glyf.mid(begin, end - begin) : QByteArray();
}

QByteArray subsetOf(const TrueTypeFont& font, const std::vector<std::uint32_t>& glyphs,
                    const std::map<char32_t, std::uint32_t>& letters)
{
    Glyphs built(font, glyphs);
    built.build();
    std::map<QByteArray, QByteArray> tables;
    QByteArray head = font.head, hhea = font.hhea, maxp = font.maxp;
    for (qsizetype at = 8; at < 12; ++at) // checksum of the whole file, which no reader of a part asks for
        head[at] = '\0';
    set16(head, 50, 1);
    set16(hhea, 34, built.count());
    set16(maxp, 4, built.count());
    set16(maxp, 26, 0); // no instructions
    tables["head"] = head;
    tables["hhea"] = hhea;
    tables["maxp"] = maxp;
    tables["hmtx"] = built.hmtx();
    tables["loca"] = built.loca();
    tables["glyf"] = built.glyf();
    if (!letters.empty()) {
        tables["cmap"] = characterTable(letters);
        tables["OS/2"] = windowsTable(font, letters);
        tables["name"] = nameTable();
        QByteArray post;
        put32(post, 0x00030000);
        tables["post"] = post + QByteArray(28, '\0');
    }
    return fileOf(tables);
}

} // namespace weavemap::ui
