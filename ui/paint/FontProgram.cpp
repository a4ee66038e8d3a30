// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/FontProgram.h"

#include <array>
#include <memory>

#include <hb-subset.h>
#include <hb.h>

#include <QRawFont>

namespace weavemap::ui {

namespace {

struct Release
{
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
};
using Face = std::unique_ptr<hb_face_t, Release>;
using Blob = std::unique_ptr<hb_blob_t, Release>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Release>;

/// What is needed to draw glyphs, and to find and join letters; nothing that is for screens of old.
constexpr std::array kTables{"head", "hhea", "maxp", "hmtx", "loca", "glyf", "CFF ", "cmap", "OS/2", "name", "post"};
constexpr std::array kJoiningTables{"GDEF", "GSUB", "GPOS", "kern"};

Blob copyOf(const QByteArray& bytes)
{
    return Blob(hb_blob_create(bytes.constData(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE,
                               nullptr, nullptr));
}

QByteArray bytesOf(hb_face_t* face)
{
    const Blob blob(hb_face_reference_blob(face));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return QByteArray(data, static_cast<qsizetype>(length));
}

void addTables(hb_face_t* builder, const QRawFont& font, const auto& tags)
{
    for (const char* tag : tags)
        if (const QByteArray table = font.fontTable(tag); !table.isEmpty())
            hb_face_builder_add_table(builder, hb_tag_from_string(tag, -1), copyOf(table).get());
}

bool hasPlainOutlines(const QRawFont& font)
{
    return font.fontTable("fvar").isEmpty() && !font.fontTable("head").isEmpty() &&
           (!font.fontTable("glyf").isEmpty() || !font.fontTable("CFF ").isEmpty());
}

} // namespace

QByteArray fontProgram(const QRawFont& font)
{
    if (!hasPlainOutlines(font))
        return {};
    const Face builder(hb_face_builder_create());
    addTables(builder.get(), font, kTables);
    return bytesOf(builder.get());
}

QByteArray fontSubset(const QRawFont& font, const std::set<char32_t>& letters)
{
    if (!hasPlainOutlines(font))
        return {};
    const Face builder(hb_face_builder_create());
    addTables(builder.get(), font, kTables);
    addTables(builder.get(), font, kJoiningTables);
    // A face that is read from a file: HarfBuzz keeps tables of such a one for the whole of its work.
    const Face whole(hb_face_create(Blob(hb_face_reference_blob(builder.get())).get(), 0));
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input)
        return {};
    for (const char32_t letter : letters)
        hb_set_add(hb_subset_input_unicode_set(input.get()), letter);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    const Face part(hb_subset_or_fail(whole.get(), input.get()));
    return part ? bytesOf(part.get()) : QByteArray();
}

} // namespace weavemap::ui
