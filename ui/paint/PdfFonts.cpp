// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/PdfFonts.h"

#include <map>

#include <cairo-ft.h>

#include <QByteArray>
#include <QPainterPath>

#include "ui/paint/CairoPath.h"
#include "ui/paint/FontProgram.h"
#include "ui/paint/ShapedText.h"

namespace weavemap::ui {

namespace {

const cairo_user_data_key_t kHeldBy{};

/// What a font of cairo's reads from. cairo keeps fonts for a while after they were last used, on any thread: each has
/// a library of its own.
struct OutlineFont
{
    QByteArray program;
    FT_Library library = nullptr;
    FT_Face face = nullptr;

    explicit OutlineFont(QByteArray bytes) : program(std::move(bytes))
    {
        if (FT_Init_FreeType(&library) != 0)
            return;
        if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(program.constData()),
                               static_cast<FT_Long>(program.size()), 0, &face) != 0)
            face = nullptr;
    }
    ~OutlineFont()
    {
        if (face != nullptr)
            FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
    OutlineFont(const OutlineFont&) = delete;
    OutlineFont& operator=(const OutlineFont&) = delete;
};

/// Glyphs that cairo cannot read from a font file, of a font one unit high.
struct DrawnFont
{
    struct Glyph
    {
        QPainterPath outline;
        double advance = 0;
    };
    std::map<unsigned long, Glyph> glyphs;
};

template <class T>
void release(void* data)
{
    delete static_cast<T*>(data);
}

/// Gives `held` to the face, to live as long as it does.
template <class T>
bool hold(cairo_font_face_t* face, std::unique_ptr<T> held)
{
    if (cairo_font_face_set_user_data(face, &kHeldBy, held.get(), release<T>) != CAIRO_STATUS_SUCCESS)
        return false;
    (void)held.release();
    return true;
}

cairo_status_t drawGlyph(cairo_scaled_font_t* font, unsigned long glyph, cairo_t* onto, cairo_text_extents_t* extents)
{
    const auto* drawn =
        static_cast<const DrawnFont*>(cairo_font_face_get_user_data(cairo_scaled_font_get_font_face(font), &kHeldBy));
    const auto found = drawn->glyphs.find(glyph);
    if (found == drawn->glyphs.end())
        return CAIRO_STATUS_SUCCESS;
    extents->x_advance = found->second.advance;
    addPath(onto, found->second.outline, 1);
    cairo_fill(onto);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

struct PdfFonts::Font
{
    QRawFont raw;
    cairo_font_face_t* face = nullptr;
    DrawnFont* drawn = nullptr; ///< of the face, where it is drawn

    explicit Font(const QRawFont& font) : raw(font)
    {
        if (QByteArray program = fontProgram(font); !program.isEmpty()) {
            auto read = std::make_unique<OutlineFont>(std::move(program));
            if (read->face != nullptr) {
                face = cairo_ft_font_face_create_for_ft_face(read->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
                if (!hold(face, std::move(read)))
                    drop();
                return;
            }
        }
        auto held = std::make_unique<DrawnFont>();
        drawn = held.get();
        face = cairo_user_font_face_create();
        cairo_user_font_face_set_render_glyph_func(face, drawGlyph);
        if (!hold(face, std::move(held)))
            drop();
    }
    ~Font() { drop(); }
    Font(const Font&) = delete;
    Font& operator=(const Font&) = delete;

    void drop()
    {
        if (face != nullptr)
            cairo_font_face_destroy(face);
        face = nullptr;
        drawn = nullptr;
    }
    void learn(std::uint32_t glyph)
    {
        const auto [at, isNew] = drawn->glyphs.try_emplace(glyph);
        if (!isNew)
            return;
        at->second.outline = QTransform::fromScale(1.0 / kShapedPx, 1.0 / kShapedPx).map(raw.pathForGlyph(glyph));
        at->second.outline.setFillRule(Qt::WindingFill);
        at->second.advance = raw.advancesForGlyphIndexes({glyph}).value(0).x() / kShapedPx;
    }
};

PdfFonts::PdfFonts() = default;
PdfFonts::~PdfFonts() = default;

/// Qt gives a font anew each time; it is the same one if its head is.
PdfFonts::Font& PdfFonts::fontOf(const QRawFont& font)
{
    for (const auto& [known, ours] : m_known)
        if (known == font)
            return *ours;
    const QByteArray head = font.fontTable("head");
    Font* same = nullptr;
    for (const auto& [known, ours] : m_known)
        if (!head.isEmpty() && known.fontTable("head") == head && known.familyName() == font.familyName() &&
            known.styleName() == font.styleName())
            same = ours;
    if (same == nullptr) {
        m_fonts.push_back(std::make_unique<Font>(font));
        same = m_fonts.back().get();
    }
    m_known.emplace_back(font, same);
    return *same;
}

cairo_font_face_t* PdfFonts::faceFor(const QRawFont& raw, std::uint32_t glyph)
{
    Font& font = fontOf(raw);
    if (font.drawn != nullptr)
        font.learn(glyph);
    return font.face;
}

} // namespace weavemap::ui
