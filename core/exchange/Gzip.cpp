// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/Gzip.h"

#include <algorithm>
#include <array>
#include <limits>

#include <zlib.h>

namespace weavemap::exchange {

namespace {

constexpr int kGzipOnly = 15 + 16; ///< window bits, and the wrapper that zlib expects

/// Ends the stream whatever happens.
struct Inflater
{
    Inflater() : isOpen(inflateInit2(&stream, kGzipOnly) == Z_OK) {}
    ~Inflater()
    {
        if (isOpen)
            inflateEnd(&stream);
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream stream{};
    bool isOpen;
};

} // namespace

bool isGzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B\x08"); }

Result<std::string> gunzip(std::string_view bytes, std::size_t most, const std::string& path)
{
    Inflater inflater;
    if (!inflater.isOpen)
        return fail(ErrorCode::internal, {"zlib"});
    z_stream& stream = inflater.stream;
    // zlib takes pointers to what it does not change.
    std::string in(bytes);
    std::string out;
    std::array<char, std::size_t{1} << 16> piece{};
    std::size_t taken = 0;
    int state = Z_OK;
    while (taken < in.size()) {
        if (state == Z_STREAM_END) {
            if (!isGzip(std::string_view(in).substr(taken)))
                break; // padding behind the last member
            inflateReset(&stream);
        }
        const std::size_t offered = std::min<std::size_t>(in.size() - taken, std::numeric_limits<uInt>::max());
        stream.next_in = reinterpret_cast<Bytef*>(in.data() + taken);
        stream.avail_in = static_cast<uInt>(offered);
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END)
            return fail(ErrorCode::malformedFile, {path, "1", "gzip"});
        taken += offered - stream.avail_in;
        out.append(piece.data(), piece.size() - stream.avail_out);
        if (out.size() > most)
            return fail(ErrorCode::fileTooLarge, {path, std::to_string(most)});
    }
    // What was taken in may still have more to give.
    while (state == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(piece.data(), piece.size() - stream.avail_out);
        if (out.size() > most)
            return fail(ErrorCode::fileTooLarge, {path, std::to_string(most)});
    }
    if (state != Z_STREAM_END)
        return fail(ErrorCode::malformedFile, {path, "1", "gzip"});
    return out;
}

} // namespace weavemap::exchange
